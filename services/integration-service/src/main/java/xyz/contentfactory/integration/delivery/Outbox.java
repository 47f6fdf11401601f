package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.telegram.client.SentMessage;

/// The table `deliveries` as the owner of an account works it off. Every write belongs in a
/// transaction of the owner's claim.
public final class Outbox {
  private static final String OPEN = "state in ('PLANNED', 'SENDING')";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final DeliveryRows rows;

  public Outbox(ServiceDatabase database, InstantSource clock, JsonMapper json) {
    this.sql = database.sql();
    this.clock = clock;
    this.rows = new DeliveryRows(json);
  }

  /// Writes down the next attempt: the oldest delivery that is due and the first of its channel, so
  /// that posts keep their order. One that was SENDING (its outcome unknown) is attempted again
  /// under its random id.
  ///
  /// @param epoch of the claim under which the attempt is made
  public Optional<Outgoing> begin(UUID account, long epoch) {
    return sql.sql(
            """
            with next as (
              select d.id from deliveries d
               where d.account_id = :account and d.state in ('PLANNED', 'SENDING') and d.due_at <= :now
                 and not exists (select 1 from deliveries earlier
                   where earlier.account_id = d.account_id and earlier.channel_id = d.channel_id
                     and earlier.state in ('PLANNED', 'SENDING') and earlier.seq < d.seq)
               order by d.seq limit 1)
            update deliveries d
               set state = 'SENDING', attempts = attempts + 1, retry_at = null, epoch = :epoch,
                   first_tried_at = coalesce(first_tried_at, :now),
                   unsure = unsure or state = 'SENDING'
              from next, telegram_channels c
             where d.id = next.id and c.id = d.channel_id
            returning d.*, c.telegram_id, c.access_hash, c.peer_kind, c.username
            """)
        .param("account", account)
        .param("now", SqlTime.of(clock.instant()))
        .param("epoch", epoch)
        .query((row, n) -> rows.outgoing(row))
        .optional();
  }

  public Delivery sent(UUID id, SentMessage message, @Nullable String link) {
    return sql.sql(
            """
            update deliveries
               set state = 'SENT', sent_at = :at, message_number = :number, link = :link, retry_at = null
             where id = :id returning *
            """)
        .param("at", SqlTime.of(message.date()))
        .param("number", message.number())
        .param("link", link)
        .param("id", id)
        .query((row, n) -> rows.delivery(row))
        .single();
  }

  public Delivery refused(UUID id, Failure failure) {
    return end(id, DeliveryState.REFUSED, failure);
  }

  private Delivery end(UUID id, DeliveryState state, Failure failure) {
    return sql.sql(
            """
            update deliveries
               set state = :state, refusal_code = :code, refusal_detail = :detail, refusal_telegram_type = :type,
                   retry_at = null
             where id = :id returning *
            """)
        .param("state", state.name())
        .param("code", failure.code().code())
        .param("detail", failure.detail())
        .param("type", failure.telegramType())
        .param("id", id)
        .query((row, n) -> rows.delivery(row))
        .single();
  }

  /// It is attempted again, under the same random id: SENDING when this or an earlier attempt may
  /// have posted it, PLANNED when surely none has.
  public Delivery again(UUID id, Retry why, Instant notBefore) {
    return sql.sql(
            """
            update deliveries
               set unsure = unsure or :unsure, faults = faults + :faults, due_at = :at, retry_at = :at,
                   state = case when unsure or :unsure then 'SENDING' else 'PLANNED' end
             where id = :id returning *
            """)
        .param("unsure", why != Retry.NOT_POSTED)
        .param("faults", why == Retry.FAULT ? 1 : 0)
        .param("at", SqlTime.of(notBefore))
        .param("id", id)
        .query((row, n) -> rows.delivery(row))
        .single();
  }

  /// Telegram wants the whole account to wait.
  public void postpone(UUID account, Instant notBefore) {
    sql.sql(
            "update deliveries set due_at = :at where account_id = :account and due_at < :at and "
                + OPEN)
        .param("at", SqlTime.of(notBefore))
        .param("account", account)
        .update();
  }

  /// The account is being disconnected: what is not sent will not be. Who may have been sent says
  /// so.
  public List<Delivery> cancelAll(UUID account, Failure reason) {
    return sql
        .sql(
            "select id, unsure or state = 'SENDING' from deliveries where account_id = :account and "
                + OPEN)
        .param("account", account)
        .query((row, n) -> new Open(row.getObject(1, UUID.class), row.getBoolean(2)))
        .list()
        .stream()
        .map(open ->
            end(open.id(), DeliveryState.CANCELLED, open.unsure() ? reason.unsure() : reason))
        .toList();
  }

  private record Open(UUID id, boolean unsure) {}

  /// The one question of the timer: which accounts have something to do now.
  public List<UUID> dueAccounts() {
    return sql.sql("select distinct account_id from deliveries where due_at <= :now and " + OPEN)
        .param("now", SqlTime.of(clock.instant()))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// When the next delivery becomes due that is not due yet.
  public Optional<Instant> nextDue() {
    return sql.sql(
            "select due_at from deliveries where due_at > :now and "
                + OPEN
                + " order by due_at limit 1")
        .param("now", SqlTime.of(clock.instant()))
        .query((row, n) -> SqlTime.read(row, "due_at"))
        .optional();
  }
}
