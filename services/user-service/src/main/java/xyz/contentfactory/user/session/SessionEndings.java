package xyz.contentfactory.user.session;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.user.revocation.Revocations;

/// Ends sessions: their refresh tokens are worth nothing, their access tokens are refused and their
/// open streams are cut on every node within a second. Each call is one short transaction, or takes
/// part in an open one.
public final class SessionEndings {
  private static final UUID NONE = new UUID(0, 0);

  private final ServiceDatabase database;
  private final Revocations revocations;
  private final InstantSource clock;

  public SessionEndings(ServiceDatabase database, Revocations revocations, InstantSource clock) {
    this.database = database;
    this.revocations = revocations;
    this.clock = clock;
  }

  /// Whether there was a running session to end.
  public boolean one(UUID sessionId, String reason) {
    return end("id = :id", sessionId, NONE, reason) > 0;
  }

  /// As `one`, for a session of this member only.
  public boolean oneOf(UUID memberId, UUID sessionId, String reason) {
    return end("id = :id and member_id = :other", sessionId, memberId, reason) > 0;
  }

  /// Ends all sessions of a member and says how many.
  public int allOf(UUID memberId, String reason) {
    return end("member_id = :id", memberId, NONE, reason);
  }

  /// Ends all sessions of a member but one and says how many.
  public int othersOf(UUID memberId, UUID kept, String reason) {
    return end("member_id = :id and id <> :other", memberId, kept, reason);
  }

  private int end(String which, UUID id, UUID other, String reason) {
    return database.inTransaction(() -> {
      List<UUID> ended =
          database
              .sql()
              .sql(
                  "update web_sessions set ended_at = :now, end_reason = :reason where ended_at is null and "
                      + which
                      + " returning id")
              .param("now", Timestamp.from(clock.instant()))
              .param("reason", reason)
              .param("id", id)
              .param("other", other)
              .query((row, index) -> row.getObject(1, UUID.class))
              .list();
      revocations.sessions(ended);
      return ended.size();
    });
  }
}
