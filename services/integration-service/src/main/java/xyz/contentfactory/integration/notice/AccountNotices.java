package xyz.contentfactory.integration.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.notice.Notice;
import xyz.contentfactory.kit.notice.Notices;

/// The table `notices`. What is written here belongs to the transaction of what it tells of.
public final class AccountNotices implements Notices {
  /// A member is told of late posts of one account at most so often.
  static final Duration BETWEEN_LATE = Duration.ofHours(6);

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int MOST = 100;

  private final JdbcClient sql;
  private final InstantSource clock;

  public AccountNotices(ServiceDatabase database, InstantSource clock) {
    this.sql = database.sql();
    this.clock = clock;
  }

  /// The account is about to be over; nothing is written when it is already, so there is one notice
  /// an end. Call it before its state changes.
  public void over(UUID account, NoticeKind kind) {
    sql.sql(
            """
            insert into notices (id, account_id, member_id, kind, name, posts, at)
            select :id, s.id, s.member_id, :kind, s.name,
                   (select count(*) from deliveries d
                     where d.account_id = s.id and d.state in ('PLANNED', 'SENDING')), :now
              from telegram_sessions s
             where s.id = :account and s.state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED')
            """)
        .param("id", UUID.randomUUID())
        .param("kind", kind.name())
        .param("account", account)
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }

  /// So many posts of the account will be late; nothing is written when the member was told of the
  /// like a while ago.
  public void late(UUID account, int posts, Instant until) {
    Instant now = clock.instant();
    sql.sql(
            """
            insert into notices (id, account_id, member_id, kind, name, posts, until, at)
            select :id, s.id, s.member_id, :kind, s.name, :posts, :until, :now
              from telegram_sessions s
             where s.id = :account and not exists
               (select 1 from notices n where n.account_id = s.id and n.kind = :kind and n.at > :since)
            """)
        .param("id", UUID.randomUUID())
        .param("kind", NoticeKind.POSTS_LATE.name())
        .param("posts", posts)
        .param("until", SqlTime.of(until))
        .param("account", account)
        .param("now", SqlTime.of(now))
        .param("since", SqlTime.of(now.minus(BETWEEN_LATE)))
        .update();
  }

  @Override
  public List<Notice> waiting() {
    return sql.sql("select * from notices where told_at is null order by at, id limit :most")
        .param("most", MOST)
        .query((row, number) ->
            new Notice(
                row.getObject("id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("kind"),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getLong("posts"),
                SqlTime.readNullable(row, "until")))
        .list();
  }

  @Override
  public void told(UUID id) {
    Instant now = clock.instant();
    sql.sql("update notices set told_at = :now where id = :id")
        .param("now", SqlTime.of(now))
        .param("id", id)
        .update();
    sql.sql("delete from notices where told_at < :before")
        .param("before", SqlTime.of(now.minus(KEPT)))
        .update();
  }
}
