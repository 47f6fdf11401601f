package xyz.contentfactory.integration.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The table `integration_logs`, kept by month. A write takes part in an open transaction, so that
/// an act and its line stand or fall together.
public final class Journal {
  private final JdbcClient sql;
  private final InstantSource clock;

  public Journal(ServiceDatabase database, InstantSource clock) {
    this.sql = database.sql();
    this.clock = clock;
  }

  public void write(Act act) {
    UUID id = UUID.randomUUID();
    sql.sql(
            """
            insert into integration_logs (id, at, member_id, account_id, kind, result, code, telegram_type, detail,
              peer_title, duration_millis, attempt, trace_id)
            values (:id, :at, :member, :account, :kind, :result, :code, :type, :detail, :peer, :millis, :attempt, :trace)
            """)
        .param("id", id)
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
        .param("attempt", act.attempt())
        .param("trace", act.trace() == null ? id : act.trace())
        .update();
  }

  List<LogEntry> read(LogFilter filter, LogCursor cursor) {
    return sql.sql(
            """
            select l.*, s.name as account_name
              from integration_logs l left join telegram_sessions s on s.id = l.account_id
             where (l.at, l.seq) < (:beforeAt, :beforeSeq) %s
             order by l.at desc, l.seq desc limit :rows
            """
                .formatted(filter.and()))
        .params(filter.params())
        .param("beforeAt", SqlTime.of(cursor.at()))
        .param("beforeSeq", cursor.seq())
        .param("rows", cursor.rowsToRead())
        .query((row, number) -> entry(row))
        .list();
  }

  private static LogEntry entry(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        SqlTime.read(row, "at"),
        row.getObject("member_id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("account_name"),
        LogKind.valueOf(row.getString("kind")),
        LogResult.valueOf(row.getString("result")),
        row.getString("code"),
        row.getString("telegram_type"),
        row.getString("detail"),
        row.getString("peer_title"),
        row.getObject("duration_millis", Long.class),
        row.getObject("attempt", Integer.class),
        row.getObject("trace_id", UUID.class));
  }
}
