package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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

  /// Open to the test that counts what they read.
  static final String BEGIN =
      """
      with next as (
        select d.id from deliveries d
         where d.account_id = :account and d.state in ('PLANNED', 'SENDING')
           and d.planned_at <= :now and d.due_at <= :now
           and (:files or d.media = '[]')
           and not exists (select 1 from deliveries earlier
             where earlier.channel_id = d.channel_id and earlier.state in ('PLANNED', 'SENDING')
               and (earlier.planned_at, earlier.seq) < (d.planned_at, d.seq))
         order by d.planned_at, d.seq limit 1)
      update deliveries d
         set state = 'SENDING', attempts = attempts + 1, retry_at = null, epoch = :epoch,
             first_tried_at = coalesce(first_tried_at, :now),
             unsure = unsure or state = 'SENDING'
        from next, telegram_channels c
       where d.id = next.id and c.id = d.channel_id
         and d.state in ('PLANNED', 'SENDING') and d.due_at <= :now
      returning d.*, c.telegram_id, c.access_hash, c.peer_kind, c.username,
        (select a.access_hash from telegram_send_as a
          where a.channel_id = d.channel_id and a.telegram_id = d.send_as) as send_as_hash
      """;

  static final String DUE_ACCOUNTS =
      """
      select distinct account_id from deliveries where due_at > :since and due_at <= :now and %s
      union
      select account_id from deliveries where change_due_at > :since and change_due_at <= :now
      """
          .formatted(OPEN);

  static final String NEXT_DUE =
      """
      (select due_at from deliveries where due_at > :now and %s order by due_at limit 1)
      union all
      (select change_due_at from deliveries where change_due_at > :now order by change_due_at limit 1)
      order by 1 limit 1
      """
          .formatted(OPEN);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final DeliveryRows rows;

  public Outbox(ServiceDatabase database, InstantSource clock, JsonMapper json) {
    this.sql = database.sql();
    this.clock = clock;
    this.rows = new DeliveryRows(json);
  }

  /// Writes down the next attempt: the delivery that was planned earliest, is due, and is the first
  /// of its channel, so that posts keep their order. One that was SENDING (its outcome unknown) is
  /// attempted again under its random id. What has just been cancelled or put off is not begun: its
  /// row is judged anew once it is locked.
  ///
  /// @param epoch of the claim under which the attempt is made
  /// @param files whether it may be a post with files
  public Optional<Outgoing> begin(UUID account, long epoch, boolean files) {
    return sql.sql(BEGIN)
        .param("account", account)
        .param("now", SqlTime.of(clock.instant()))
        .param("epoch", epoch)
        .param("files", files)
        .query((row, n) -> rows.outgoing(row))
        .optional();
  }

  /// It stands; what was to be pinned is asked to be.
  ///
  /// @param doubled another post of ours with the same text was found beside it
  public Delivery sent(
      UUID id, List<SentMessage> messages, @Nullable String link, boolean doubled) {
    SentMessage message = messages.getFirst();
    return sql.sql(
            """
            update deliveries
               set state = 'SENT', sent_at = :at, message_number = :number, link = :link, retry_at = null,
                   message_numbers = :numbers::integer[],
                   late_millis = greatest(0, extract(epoch from :now::timestamptz - planned_at) * 1000),
                   doubled = :doubled,
                   change_kind = case when (options ->> 'pin')::boolean and :number::integer is not null then 'PIN' end,
                   change_due_at =
                     case when (options ->> 'pin')::boolean and :number::integer is not null then :now::timestamptz end
             where id = :id returning *
            """)
        .param("at", SqlTime.of(message.date()))
        .param("now", SqlTime.of(clock.instant()))
        .param("number", message.number())
        .param("numbers", messages.size() > 1 ? numbers(messages) : null)
        .param("link", link)
        .param("doubled", doubled)
        .param("id", id)
        .query((row, n) -> rows.delivery(row))
        .single();
  }

  /// Of those that Telegram has named.
  private static Integer[] numbers(List<SentMessage> messages) {
    return messages.stream()
        .map(SentMessage::number)
        .filter(Objects::nonNull)
        .toArray(Integer[]::new);
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
            """
            update deliveries set due_at = :at, retry_at = :at
             where account_id = :account and planned_at < :at and due_at < :at and %s
            """
                .formatted(OPEN))
        .param("at", SqlTime.of(notBefore))
        .param("account", account)
        .update();
  }

  /// Marks those that will be later than their patience allows, and answers the ones newly marked.
  ///
  /// @param notBefore when they are tried again at the latest
  public List<Delivery> delayed(UUID account, Instant notBefore) {
    return sql.sql(
            """
            update deliveries set delayed = true
             where account_id = :account and planned_at < :at and %s and not delayed
               and due_at > planned_at + make_interval(secs => patience_seconds)
            returning *
            """
                .formatted(OPEN))
        .param("at", SqlTime.of(notBefore))
        .param("account", account)
        .query((row, n) -> rows.delivery(row))
        .list();
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

  /// All posts of an account become another member's. Nobody repeats the wishes of the former one,
  /// so their idempotency keys go, which could be the heir's own ones too.
  ///
  /// @return how many are still to be made
  public int handOver(UUID account, UUID heir) {
    sql.sql(
            """
            update deliveries set member_id = :heir, idempotency_key = 'handed-over/' || id
             where account_id = :account
            """)
        .param("heir", heir)
        .param("account", account)
        .update();
    return sql.sql("select count(*) from deliveries where account_id = :account and " + OPEN)
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  /// The question of the timer: which accounts have something to do that has become due since it
  /// was asked last. What was due before is not read again.
  public List<UUID> dueAccounts(Instant since) {
    return sql.sql(DUE_ACCOUNTS)
        .param("since", SqlTime.of(since))
        .param("now", SqlTime.of(clock.instant()))
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// When the next delivery or change becomes due that is not due yet.
  public Optional<Instant> nextDue() {
    return sql.sql(NEXT_DUE)
        .param("now", SqlTime.of(clock.instant()))
        .query((row, n) -> SqlTime.read(row, "due_at"))
        .optional();
  }
}
