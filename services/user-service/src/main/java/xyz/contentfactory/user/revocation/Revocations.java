package xyz.contentfactory.user.revocation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.identity.Revocation;
import xyz.contentfactory.kit.identity.Revocation.Kind;
import xyz.contentfactory.kit.identity.Revoked;

/// Revokes what has not expired yet. Written with the act, in its transaction; known on this node
/// when that commits, and on every other one when its `RevocationFeed` asks next, half a second
/// later at most.
public final class Revocations {
  private final ServiceDatabase database;
  private final Revoked revoked;
  private final Duration longestProof;
  private final InstantSource clock;

  /// @param longestProof how long what is revoked could still be believed without this: the life of
  ///   an access token
  public Revocations(
      ServiceDatabase database, Revoked revoked, Duration longestProof, InstantSource clock) {
    this.database = database;
    this.revoked = revoked;
    this.longestProof = longestProof.plusMinutes(1); // clocks of nodes differ a little
    this.clock = clock;
  }

  /// For whoever ends sessions: their rows are a matter of `SessionEndings`.
  public void sessions(Collection<UUID> sessionIds) {
    sessionIds.forEach(id -> revoke(Kind.SESSION, id));
  }

  /// What the member's access tokens say is out of date: after a change of role, for example. The
  /// sessions stay; each gets its next token by a refresh. Call it after the change, in its
  /// transaction.
  public void renewTokensOf(UUID memberId) {
    revoke(Kind.MEMBER, memberId);
  }

  public void apiKey(UUID keyId) {
    revoke(Kind.API_KEY, keyId);
  }

  private void revoke(Kind kind, UUID subject) {
    var until = clock.instant().plus(longestProof);
    long number =
        database
            .sql()
            .sql(
                """
                insert into revocations (kind, subject, until) values (:kind, :subject, :until)
                returning number
                """)
            .param("kind", kind.name())
            .param("subject", subject)
            .param("until", Timestamp.from(until))
            .query(Long.class)
            .single();
    Revocation revocation = new Revocation(number, kind, subject, until);
    Transactions.afterCommit(() -> revoked.accept(revocation));
  }

  /// The number that a token issued now carries as `rev`: read it before the member's row.
  public long newestOf(UUID memberId) {
    List<Long> numbers =
        database
            .sql()
            .sql("select max(number) from revocations where subject = :member")
            .param("member", memberId)
            .query((row, index) -> row.getLong(1))
            .list();
    return numbers.getFirst();
  }
}
