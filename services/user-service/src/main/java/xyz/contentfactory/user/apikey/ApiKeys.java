package xyz.contentfactory.user.apikey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.identity.Scope;

/// All keys, in the table `api_keys`.
final class ApiKeys {
  /// What a program does all the time is noted once in so long.
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

  private final ServiceDatabase database;
  private final InstantSource clock;

  ApiKeys(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  int countOf(UUID memberId) {
    return database
        .sql()
        .sql("select count(*) from api_keys where member_id = :member")
        .param("member", memberId)
        .query(Integer.class)
        .single();
  }

  ApiKey add(UUID memberId, NewApiKey wanted, KeyText key) {
    UUID id = UUID.randomUUID();
    database
        .sql()
        .sql(
            """
            insert into api_keys
              (id, member_id, name, hint, key_hash, scopes, created_at, expires_at)
            values (:id, :member, :name, :hint, :hash, string_to_array(:scopes, ','), :now, :expires)
            """)
        .param("id", id)
        .param("member", memberId)
        .param("name", wanted.name())
        .param("hint", key.hint())
        .param("hash", key.hash())
        .param(
            "scopes",
            wanted.scopes().stream().map(Scope::wireName).collect(Collectors.joining(",")))
        .param("now", Timestamp.from(clock.instant()))
        .param("expires", wanted.expiresAt() == null ? null : Timestamp.from(wanted.expiresAt()))
        .update();
    return of(memberId).stream().filter(made -> made.id().equals(id)).findFirst().orElseThrow();
  }

  /// The member's keys, the newest first.
  List<ApiKey> of(UUID memberId) {
    return database
        .sql()
        .sql(
            """
            select id, name, hint, scopes, created_at, expires_at, last_used_at, last_used_address
              from api_keys where member_id = :member order by created_at desc, id
            """)
        .param("member", memberId)
        .query((row, index) -> shown(row))
        .list();
  }

  /// The name of the key that is no more; empty when the member has no such key.
  Optional<String> remove(UUID memberId, UUID id) {
    return database
        .sql()
        .sql("delete from api_keys where id = :id and member_id = :member returning name")
        .param("id", id)
        .param("member", memberId)
        .query(String.class)
        .optional();
  }

  Optional<StoredKey> find(KeyText key) {
    return database
        .sql()
        .sql(
            """
            select k.id, k.scopes, k.expires_at, k.last_used_at, m.id as member_id, m.role,
                   m.email_confirmed_at is not null as confirmed,
                   m.blocked_at is not null as blocked
              from api_keys k join members m on m.id = k.member_id
             where k.key_hash = :hash
            """)
        .param("hash", key.hash())
        .query((row, index) -> stored(row))
        .optional();
  }

  /// Notes that a key is in use; of several in one minute, the first.
  void noteUse(StoredKey key, ClientAddress from) {
    Instant now = clock.instant();
    Instant before = now.minus(BETWEEN_NOTES);
    if (key.lastUsedAt() != null && key.lastUsedAt().isAfter(before)) {
      return;
    }
    database
        .sql()
        .sql(
            """
            update api_keys set last_used_at = :now, last_used_address = :address
             where id = :id and (last_used_at is null or last_used_at <= :before)
            """)
        .param("now", Timestamp.from(now))
        .param("address", from.value())
        .param("id", key.id())
        .param("before", Timestamp.from(before))
        .update();
  }

  /// Whether this refusal is the first in a minute, on whatever node.
  boolean noteRefusal(StoredKey key) {
    Instant now = clock.instant();
    return database
            .sql()
            .sql(
                """
                update api_keys set refused_at = :now
                 where id = :id and (refused_at is null or refused_at <= :before)
                """)
            .param("now", Timestamp.from(now))
            .param("id", key.id())
            .param("before", Timestamp.from(now.minus(BETWEEN_NOTES)))
            .update()
        > 0;
  }

  private ApiKey shown(ResultSet row) throws SQLException {
    Instant expiresAt = instant(row, "expires_at");
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("hint"),
        scopes(row).stream().sorted(Comparator.naturalOrder()).toList(),
        row.getTimestamp("created_at").toInstant(),
        expiresAt,
        expiresAt != null && !expiresAt.isAfter(clock.instant()),
        instant(row, "last_used_at"),
        row.getString("last_used_address"));
  }

  private static StoredKey stored(ResultSet row) throws SQLException {
    return new StoredKey(
        row.getObject("id", UUID.class),
        scopes(row),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        new StoredKey.Owner(
            row.getObject("member_id", UUID.class),
            Role.fromWireName(row.getString("role")),
            row.getBoolean("confirmed"),
            row.getBoolean("blocked")));
  }

  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    String[] names = (String[]) row.getArray("scopes").getArray();
    return Arrays.stream(names).map(Scope::fromWireName).collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
