package xyz.contentfactory.user.session;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.FreshProof;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.problem.UserProblem;

/// When the person of a session proved last who they are: at its sign-in, or since by a password or
/// a passkey. What could lock them out of their account needs a fresh proof, so that a screen left
/// open, or a stolen cookie, is not enough.
public final class Proofs implements FreshProof {
  /// Long enough to set up an app and note its codes.
  static final Duration FRESH = Duration.ofMinutes(10);

  private final ServiceDatabase database;
  private final InstantSource clock;

  public Proofs(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean isFresh(UUID sessionId) {
    return database
        .sql()
        .sql(
            """
            select exists (select 1 from web_sessions
              where id = :id and ended_at is null and proved_at > :since)
            """)
        .param("id", sessionId)
        .param("since", Timestamp.from(clock.instant().minus(FRESH)))
        .query(Boolean.class)
        .single();
  }

  /// Refuses with `reauthentication-needed` unless the proof is fresh.
  public void requireFresh(UUID sessionId) {
    if (!isFresh(sessionId)) {
      throw ProblemException.of(UserProblem.REAUTHENTICATION_NEEDED);
    }
  }

  /// The person has just proved who they are.
  public void renew(UUID sessionId) {
    database
        .sql()
        .sql("update web_sessions set proved_at = :now where id = :id and ended_at is null")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", sessionId)
        .update();
  }
}
