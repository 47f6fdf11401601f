package xyz.contentfactory.user.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Refresh tokens by their hash, in the table `refresh_tokens`.
final class RefreshTokens {
  private final ServiceDatabase database;

  RefreshTokens(ServiceDatabase database) {
    this.database = database;
  }

  /// A stored token together with the state of its session.
  record Found(
      UUID sessionId,
      UUID memberId,
      Instant sessionBegan,
      boolean sessionEnded,
      Instant expiresAt,
      @Nullable Instant replacedAt,
      int usesInGrace) {

    /// Whether nothing continues the session any more: it was ended, was not used for long, or has
    /// lasted as long as any may.
    boolean isOver(SessionRules rules, Instant now) {
      return sessionEnded
          || !expiresAt.isAfter(now)
          || !rules.endOfToken(sessionBegan, now).isAfter(now);
    }

    /// Whether the token was used up so long ago, or so often since, that it must be a copy.
    boolean isReused(SessionRules rules, Instant now) {
      return replacedAt != null
          && (replacedAt.plus(rules.refreshGrace()).isBefore(now)
              || usesInGrace >= SessionRules.GRACE_USES);
    }
  }

  /// Finds a token and locks its session, so that refreshes and a sign-out of one session pass one
  /// by one. Call it in a transaction.
  Optional<Found> findAndLockSession(RefreshToken token) {
    return database
        .sql()
        .sql(
            """
            select s.id, s.member_id, s.created_at, s.ended_at, t.expires_at, t.replaced_at, t.uses_in_grace
              from refresh_tokens t join web_sessions s on s.id = t.session_id
             where t.token_hash = :hash
               for update
            """)
        .param("hash", token.hash())
        .query((row, index) -> found(row))
        .optional();
  }

  private static Found found(ResultSet row) throws SQLException {
    Timestamp replaced = row.getTimestamp("replaced_at");
    return new Found(
        row.getObject("id", UUID.class),
        row.getObject("member_id", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("ended_at") != null,
        row.getTimestamp("expires_at").toInstant(),
        replaced == null ? null : replaced.toInstant(),
        row.getInt("uses_in_grace"));
  }

  void add(RefreshToken token, UUID sessionId, Instant expiresAt) {
    database
        .sql()
        .sql(
            """
            insert into refresh_tokens (token_hash, session_id, expires_at)
            values (:hash, :session, :expires)
            """)
        .param("hash", token.hash())
        .param("session", sessionId)
        .param("expires", Timestamp.from(expiresAt))
        .update();
  }

  /// Marks the token as used up, counts when it was before, and forgets the session's tokens that
  /// have expired by now.
  void replace(RefreshToken token, UUID sessionId, Instant now) {
    database
        .sql()
        .sql(
            """
            update refresh_tokens
               set replaced_at = coalesce(replaced_at, :now),
                   uses_in_grace = uses_in_grace + case when replaced_at is null then 0 else 1 end
             where token_hash = :hash
            """)
        .param("now", Timestamp.from(now))
        .param("hash", token.hash())
        .update();
    database
        .sql()
        .sql("delete from refresh_tokens where session_id = :session and expires_at <= :now")
        .param("session", sessionId)
        .param("now", Timestamp.from(now))
        .update();
  }
}
