package xyz.contentfactory.user.oidc;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.problem.UserProblem;

/// Who members are at the provider, in the table `oidc_identities`.
final class Identities {
  private final ServiceDatabase database;
  private final InstantSource clock;

  Identities(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param email as the provider had it last; null when it did not say
  @Schema(name = "ProviderIdentity")
  record Shown(
      UUID id, String issuer, @Nullable String email, Instant linkedAt, @Nullable Instant usedAt) {}

  Optional<UUID> memberOf(ProvedIdentity identity) {
    return database
        .sql()
        .sql("select member_id from oidc_identities where issuer = :issuer and subject = :subject")
        .param("issuer", identity.issuer())
        .param("subject", identity.subject())
        .query(UUID.class)
        .optional();
  }

  List<Shown> of(UUID memberId) {
    return database
        .sql()
        .sql(
            """
            select id, issuer, email, created_at, last_used_at from oidc_identities
             where member_id = :member order by created_at
            """)
        .param("member", memberId)
        .query((row, index) ->
            new Shown(
                row.getObject("id", UUID.class),
                row.getString("issuer"),
                row.getString("email"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at"))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  boolean hasAt(UUID memberId, String issuer) {
    return of(memberId).stream().anyMatch(one -> one.issuer().equals(issuer));
  }

  /// Links the two. Call it in a transaction.
  ///
  /// @throws ProblemException `provider-identity-taken` when the identity is somebody's, and
  ///   `provider-linked` when the member has one of this provider
  void add(UUID memberId, ProvedIdentity identity) {
    if (hasAt(memberId, identity.issuer())) {
      throw ProblemException.of(UserProblem.PROVIDER_LINKED);
    }
    try {
      database
          .sql()
          .sql(
              """
              insert into oidc_identities (id, member_id, issuer, subject, email, created_at)
              values (:id, :member, :issuer, :subject, :email, :now)
              """)
          .param("id", UUID.randomUUID())
          .param("member", memberId)
          .param("issuer", identity.issuer())
          .param("subject", identity.subject())
          .param("email", identity.email())
          .param("now", Timestamp.from(clock.instant()))
          .update();
    } catch (DuplicateKeyException e) {
      throw ProblemException.of(UserProblem.PROVIDER_IDENTITY_TAKEN);
    }
  }

  /// It has opened something just now.
  void used(ProvedIdentity identity) {
    database
        .sql()
        .sql(
            """
            update oidc_identities set last_used_at = :now, email = coalesce(:email, email)
             where issuer = :issuer and subject = :subject
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("email", identity.email())
        .param("issuer", identity.issuer())
        .param("subject", identity.subject())
        .update();
  }

  /// Whether there was one to remove.
  boolean remove(UUID memberId, UUID id) {
    return database
            .sql()
            .sql("delete from oidc_identities where id = :id and member_id = :member")
            .param("id", id)
            .param("member", memberId)
            .update()
        > 0;
  }
}
