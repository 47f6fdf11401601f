package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.storage.Cursor;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;

/// The table `deliveries` as members see it: plan, find, list.
public final class Deliveries {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final RandomIds randomIds;
  private final DeliveryRows rows;

  public Deliveries(
      ServiceDatabase database, InstantSource clock, RandomIds randomIds, JsonMapper json) {
    this.sql = database.sql();
    this.clock = clock;
    this.randomIds = randomIds;
    this.rows = new DeliveryRows(json);
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
  Optional<Delivery> plan(NewDelivery wish) {
    Instant now = clock.instant();
    return sql.sql(
            """
            insert into deliveries (id, member_id, account_id, channel_id, channel_title, body, entities, random_id,
              state, planned_at, due_at, idempotency_key, body_hash, created_at)
            values (:id, :member, :account, :channel, :title, :body, :entities::jsonb, :randomId,
              'PLANNED', :now, :now, :key, :hash, :now)
            on conflict (member_id, idempotency_key) do nothing
            returning *
            """)
        .param("id", UUID.randomUUID())
        .param("member", wish.memberId())
        .param("account", wish.accountId())
        .param("channel", wish.channelId())
        .param("title", wish.channelTitle())
        .param("body", wish.post().text())
        .param("entities", rows.entities(wish.post()))
        .param("randomId", randomIds.next())
        .param("key", wish.key().value())
        .param("hash", wish.key().bodyHash())
        .param("now", SqlTime.of(now))
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
