package xyz.contentfactory.integration.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.Cursor;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The table `integration_logs`. A write takes part in an open transaction, so that an act and its
/// line stand or fall together.
public final class Journal {
  private final JdbcClient sql;
  private final InstantSource clock;

  public Journal(ServiceDatabase database, InstantSource clock) {
    this.sql = database.sql();
    this.clock = clock;
  }

  public void write(Act act) {
    sql.sql(
            """
            insert into integration_logs (id, at, member_id, account_id, kind, result, code, telegram_type, detail,
              peer_title, duration_millis)
            values (:id, :at, :member, :account, :kind, :result, :code, :type, :detail, :peer, :millis)
            """)
        .param("id", UUID.randomUUID())
        .param("at", SqlTime.of(clock.instant()))
        .param("member", act.memberId())
        .param("account", act.accountId())
        .param("kind", act.kind().name())
        .param("result", act.result().name())
        .param("code", act.code())
        .param("type", act.telegramType())
        .param("detail", act.detail())
        .param("peer", act.peerTitle())
        .param("millis", act.took() == null ? null : act.took().toMillis())
        .update();
  }

  List<LogEntry> read(UUID member, LogFilter filter, Cursor cursor) {
    return sql.sql(
            """
            select l.*, s.name as account_name
              from integration_logs l left join telegram_sessions s on s.id = l.account_id
             where l.member_id = :member and l.seq < :before
               and (:account::uuid is null or l.account_id = :account)
               and (:kind::text is null or l.kind = :kind)
               and (:result::text is null or l.result = :result)
               and (:from::timestamptz is null or l.at >= :from)
               and (:to::timestamptz is null or l.at < :to)
             order by l.seq desc limit :rows
            """)
        .param("member", member)
        .param("before", cursor.before())
        .param("account", filter.accountId())
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .param("result", filter.result() == null ? null : filter.result().name())
        .param("from", SqlTime.ofNullable(filter.from()))
        .param("to", SqlTime.ofNullable(filter.to()))
        .param("rows", cursor.rowsToRead())
        .query((row, number) -> entry(row))
        .list();
  }

  private static LogEntry entry(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        SqlTime.read(row, "at"),
        row.getObject("account_id", UUID.class),
        row.getString("account_name"),
        LogKind.valueOf(row.getString("kind")),
        LogResult.valueOf(row.getString("result")),
        row.getString("code"),
        row.getString("telegram_type"),
        row.getString("detail"),
        row.getString("peer_title"),
        row.getObject("duration_millis", Long.class));
  }
}
