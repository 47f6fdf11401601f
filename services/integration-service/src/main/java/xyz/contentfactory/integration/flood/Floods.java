package xyz.contentfactory.integration.flood;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The table `flood_waits`. A write takes part in an open transaction.
public final class Floods {
  private static final Duration COUNTED = Duration.ofDays(1);
  private static final Duration MEMORY = Duration.ofDays(30);
  private static final int MOST_ROWS = 500;

  private final JdbcClient sql;
  private final InstantSource clock;

  public Floods(ServiceDatabase database, InstantSource clock) {
    this.sql = database.sql();
    this.clock = clock;
  }

  /// Writes a pause down and forgets the account's old ones.
  public void write(UUID account, Pause pause) {
    Instant now = clock.instant();
    sql.sql("delete from flood_waits where account_id = :account and at < :old and until < :now")
        .param("account", account)
        .param("old", SqlTime.of(now.minus(MEMORY)))
        .param("now", SqlTime.of(now))
        .update();
    sql.sql(
            """
            insert into flood_waits (account_id, method, telegram_type, at, until)
            values (:account, :method, :type, :at, :until) on conflict do nothing
            """)
        .param("account", account)
        .param("method", pause.method())
        .param("type", pause.telegramType())
        .param("at", SqlTime.of(now))
        .param("until", SqlTime.of(pause.until()))
        .update();
  }

  /// What is held back now, and what was in the last day; the longest wait first.
  List<FloodWait> now(Whose whose, @Nullable UUID account) {
    Instant now = clock.instant();
    String own =
        (whose.isAll() ? "" : " and s.member_id = :member")
            + (account == null ? "" : " and f.account_id = :account");
    return sql.sql(
            """
            select f.account_id, s.name, f.method, max(f.until) as until, max(f.at) as last_at,
                   (array_agg(f.telegram_type order by f.at desc))[1] as type,
                   count(*) filter (where f.at >= :since) as times,
                   ceil(extract(epoch from max(f.until - f.at))) as longest
              from flood_waits f join telegram_sessions s on s.id = f.account_id
             where (f.at >= :since or f.until > :now) and s.state <> 'DISCONNECTED' %s
             group by 1, 2, 3
             order by greatest(max(f.until), :now) desc, last_at desc limit %d
            """
                .formatted(own, MOST_ROWS))
        .param("since", SqlTime.of(now.minus(COUNTED)))
        .param("now", SqlTime.of(now))
        .param("member", whose.member())
        .param("account", account)
        .query((row, number) -> wait(row, now))
        .list();
  }

  private static FloodWait wait(ResultSet row, Instant now) throws SQLException {
    Instant until = SqlTime.read(row, "until");
    return new FloodWait(
        row.getObject("account_id", UUID.class),
        row.getString("name"),
        row.getString("method"),
        until.isAfter(now) ? until : null,
        SqlTime.read(row, "last_at"),
        row.getString("type"),
        row.getInt("times"),
        row.getLong("longest"));
  }
}
