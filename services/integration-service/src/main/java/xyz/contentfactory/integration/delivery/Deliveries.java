package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.channel.Choices;
import xyz.contentfactory.integration.media.MediaFiles;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.storage.Cursor;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;

/// The table `deliveries` as members see it: plan, find, list, and change what is not under way.
public final class Deliveries {
  /// On which the nodes tell each other that an account has something new to do.
  public static final String NOTICES = "integration_deliveries";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final RandomIds randomIds;
  private final DeliveryRows rows;
  private final MediaFiles media;
  private final PostPlaces places;

  public Deliveries(
      ServiceDatabase database,
      InstantSource clock,
      RandomIds randomIds,
      MediaFiles media,
      Choices choices,
      JsonMapper json) {
    this.sql = database.sql();
    this.clock = clock;
    this.randomIds = randomIds;
    this.rows = new DeliveryRows(json);
    this.media = media;
    this.places = new PostPlaces(choices);
  }

  /// With the topic and the author that the options name looked up among the channel's choices.
  ///
  /// @throws ProblemException `topic-not-found`, `send-as-not-offered`
  PlannedPost placed(UUID channel, PlannedPost post) {
    return post.with(places.lookedUp(channel, post.options()));
  }

  /// With the files of the member that the wish names.
  Enclosures enclosed(UUID member, EnclosureWish wish) {
    return wish.found(id -> media.find(member, id));
  }

  /// What an earlier request with this key has planned.
  ///
  /// @throws ProblemException `idempotency-key-reused` when that was another wish
  Optional<Delivery> planned(UUID member, IdempotencyKey key) {
    record Earlier(Delivery delivery, String bodyHash) {}
    Optional<Earlier> earlier =
        sql.sql("select * from deliveries where member_id = :member and idempotency_key = :key")
            .param("member", member)
            .param("key", key.value())
            .query((row, n) -> new Earlier(rows.delivery(row), row.getString("body_hash")))
            .optional();
    if (earlier.isPresent() && !key.bodyHash().equals(earlier.get().bodyHash())) {
      throw ProblemException.of(TelegramProblem.IDEMPOTENCY_KEY_REUSED);
    }
    return earlier.map(Earlier::delivery);
  }

  /// Writes the delivery with its random id; empty when the key has been used in the meantime.
  Optional<Delivery> plan(NewDelivery planned) {
    Instant now = clock.instant();
    media.use(planned.enclosures().mediaIds());
    return content(
            sql.sql(
                """
                insert into deliveries (id, member_id, account_id, channel_id, channel_title, body, entities, options,
                  topic, topic_title, send_as, send_as_name, media, poll, buttons, random_id, state, planned_at, due_at, retry_at, planned_zone, patience_seconds, delayed,
                  idempotency_key, body_hash, created_at)
                values (:id, :member, :account, :channel, :title, :body, :entities::jsonb, :options::jsonb,
                  :topic, :topicTitle, :sendAs, :sendAsName, :media::jsonb, :poll::jsonb, :buttons::jsonb, :randomId, 'PLANNED', :at, greatest(:at, :heldUntil::timestamptz),
                  case when :heldUntil::timestamptz > :at then :heldUntil::timestamptz end, :zone, :patience,
                  coalesce(:heldUntil::timestamptz > :at::timestamptz + make_interval(secs => :patience), false),
                  :key, :hash, :now)
                on conflict (member_id, idempotency_key) do nothing
                returning *
                """),
            planned.post())
        .param("id", UUID.randomUUID())
        .param("member", planned.memberId())
        .param("account", planned.accountId())
        .param("channel", planned.channelId())
        .param("title", planned.channelTitle())
        .param("heldUntil", SqlTime.ofNullable(planned.heldUntil()))
        .param("media", rows.json(planned.enclosures().media()))
        .param("poll", rows.jsonOrNull(planned.enclosures().poll()))
        .param("buttons", rows.json(planned.enclosures().buttons()))
        .param("randomId", randomIds.next())
        .param("key", planned.key().value())
        .param("hash", planned.key().bodyHash())
        .param("now", SqlTime.of(now))
        .query((row, n) -> rows.delivery(row))
        .optional();
  }

  private StatementSpec content(StatementSpec statement, PlannedPost post) {
    PlannedTime when = post.when();
    PostTopic topic = post.options().topic();
    PostAuthor author = post.options().sendAs();
    return statement
        .param("topic", topic == null ? null : topic.number())
        .param("topicTitle", topic == null ? null : topic.title())
        .param("sendAs", author == null ? null : author.id())
        .param("sendAsName", author == null ? null : author.name())
        .param("body", post.text().text())
        .param("entities", rows.entities(post.text()))
        .param("options", rows.options(post.options()))
        .param("at", SqlTime.of(when.at()))
        .param("zone", when.zone() == null ? null : when.zone().getId())
        .param("patience", (int) post.patience().toSeconds());
  }

  /// Tells all nodes, when this transaction is committed, that the account has something to do.
  void announce(UUID account) {
    sql.sql("select pg_notify(:channel, :account)")
        .param("channel", NOTICES)
        .param("account", account.toString())
        .query((row, n) -> true)
        .single();
  }

  /// Replaces text, options and time; empty when it is not planned any more, or may have been sent.
  Optional<Delivery> replan(UUID id, PlannedPost post) {
    return content(
            sql.sql(
                """
                update deliveries
                   set body = :body, entities = :entities::jsonb, options = :options::jsonb,
                       topic = :topic, topic_title = :topicTitle, send_as = :sendAs, send_as_name = :sendAsName,
                       planned_at = :at, planned_zone = :zone, patience_seconds = :patience, delayed = false,
                       due_at = greatest(:at::timestamptz, retry_at)
                 where id = :id and state = 'PLANNED' and not unsure returning *
                """),
            post)
        .param("id", id)
        .query((row, n) -> rows.delivery(row))
        .optional();
  }

  /// Empty when it is not planned any more, or may have been sent.
  Optional<Delivery> cancel(UUID id) {
    return sql.sql(
            """
            update deliveries set state = 'CANCELLED', retry_at = null
             where id = :id and state = 'PLANNED' and not unsure returning *
            """)
        .param("id", id)
        .query((row, n) -> rows.delivery(row))
        .optional();
  }

  /// Plans what was cancelled or refused once more: at its time when that is still ahead, else now.
  /// A post that surely was not made gets a new random id; one that may stand keeps the old one, so
  /// that it cannot stand twice.
  Optional<Delivery> retry(UUID id) {
    return sql.sql(
            """
            update deliveries
               set state = case when unsure then 'SENDING' else 'PLANNED' end,
                   planned_at = greatest(planned_at, :now), due_at = greatest(planned_at, :now),
                   retry_at = null, refusal_code = null, refusal_detail = null, refusal_telegram_type = null,
                   faults = 0, delayed = false,
                   random_id = case when unsure then random_id else :randomId end,
                   first_tried_at = case when unsure then first_tried_at end,
                   attempts = case when unsure then attempts else 0 end
             where id = :id and state in ('REFUSED', 'CANCELLED') returning *
            """)
        .param("id", id)
        .param("randomId", randomIds.next())
        .param("now", SqlTime.of(clock.instant()))
        .query((row, n) -> rows.delivery(row))
        .optional();
  }

  /// Writes down what is to be done to a live post; empty when something is under way already.
  Optional<Delivery> askChange(UUID id, WantedChange wanted) {
    return sql.sql(
            """
            update deliveries
               set change_kind = :kind, change_body = :body, change_entities = :entities::jsonb,
                   change_options = :options::jsonb, change_due_at = :now, change_attempts = 0,
                   change_code = null, change_detail = null, change_telegram_type = null
             where id = :id and state = 'SENT' and deleted_at is null and message_number is not null
               and change_due_at is null returning *
            """)
        .param("kind", wanted.kind().name())
        .param("body", wanted.post() == null ? null : wanted.post().text())
        .param("entities", wanted.post() == null ? null : rows.entities(wanted.post()))
        .param("options", wanted.options() == null ? null : rows.options(wanted.options()))
        .param("now", SqlTime.of(clock.instant()))
        .param("id", id)
        .query((row, n) -> rows.delivery(row))
        .optional();
  }

  /// Empty for another member's delivery, too.
  public Optional<Delivery> find(UUID member, UUID id) {
    return sql.sql("select * from deliveries where id = :id and member_id = :member")
        .param("id", id)
        .param("member", member)
        .query((row, n) -> rows.delivery(row))
        .optional();
  }

  List<Delivery> list(UUID member, DeliveryFilter filter, Cursor cursor) {
    return sql.sql(
            """
            select * from deliveries
             where member_id = :member and seq < :before
               and (:account::uuid is null or account_id = :account)
               and (:channel::uuid is null or channel_id = :channel)
               and (:state::text is null or state = :state)
             order by seq desc limit :rows
            """)
        .param("member", member)
        .param("before", cursor.before())
        .param("account", filter.accountId())
        .param("channel", filter.channelId())
        .param("state", filter.state() == null ? null : filter.state().name())
        .param("rows", cursor.rowsToRead())
        .query((row, n) -> rows.delivery(row))
        .list();
  }
}
