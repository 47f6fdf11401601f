package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Changes of live posts as the owner of an account makes them: written down before Telegram is
/// asked, open until an answer is written down. Every write belongs in a transaction of the owner's
/// claim.
public final class LiveChanges {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final DeliveryRows rows;

  public LiveChanges(ServiceDatabase database, InstantSource clock, JsonMapper json) {
    this.sql = database.sql();
    this.clock = clock;
    this.rows = new DeliveryRows(json);
  }

  /// Counts the attempt at the change that has been due for longest.
  public Optional<LiveChange> begin(UUID account) {
    return sql.sql(
            """
            with next as (
              select id from deliveries
               where account_id = :account and change_due_at <= :now order by change_due_at limit 1)
            update deliveries d set change_attempts = change_attempts + 1
              from next, telegram_channels c
             where d.id = next.id and c.id = d.channel_id and d.change_due_at is not null
            returning d.*, c.telegram_id, c.access_hash, c.peer_kind, c.username
            """)
        .param("account", account)
        .param("now", SqlTime.of(clock.instant()))
        .query((row, n) -> rows.liveChange(row))
        .optional();
  }

  public Delivery done(LiveChange change) {
    return sql.sql(
            """
            update deliveries
               set body = coalesce(change_body, body), entities = coalesce(change_entities, entities),
                   options = coalesce(change_options, options),
                   edited_at = case when change_kind = 'EDIT' then :now else edited_at end,
                   deleted_at = case when change_kind = 'DELETE' then :now else deleted_at end,
                   pinned = case change_kind when 'PIN' then true when 'EDIT' then pinned else false end,
                   change_kind = null, change_body = null, change_entities = null, change_options = null,
                   change_due_at = null
             where id = :id returning *
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("id", change.id())
        .query((row, n) -> rows.delivery(row))
        .single();
  }

  /// It will not be done; the reason stays until the next change is asked for.
  public Delivery refused(LiveChange change, Failure failure) {
    return sql.sql(
            """
            update deliveries
               set change_due_at = null, change_code = :code, change_detail = :detail, change_telegram_type = :type
             where id = :id returning *
            """)
        .param("code", failure.code().code())
        .param("detail", failure.detail())
        .param("type", failure.telegramType())
        .param("id", change.id())
        .query((row, n) -> rows.delivery(row))
        .single();
  }

  public Delivery again(LiveChange change, Instant notBefore) {
    return sql.sql("update deliveries set change_due_at = :at where id = :id returning *")
        .param("at", SqlTime.of(notBefore))
        .param("id", change.id())
        .query((row, n) -> rows.delivery(row))
        .single();
  }

  /// The account ends: what was asked for is not done.
  void refuseAll(UUID account, Failure failure) {
    sql.sql(
            """
            update deliveries
               set change_due_at = null, change_code = :code, change_detail = :detail, change_telegram_type = null
             where account_id = :account and change_due_at is not null
            """)
        .param("code", failure.code().code())
        .param("detail", failure.detail())
        .param("account", account)
        .update();
  }
}
