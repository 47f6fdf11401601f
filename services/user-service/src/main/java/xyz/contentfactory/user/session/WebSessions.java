package xyz.contentfactory.user.session;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.identity.EndedSessions;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.session.RefreshTokens.Found;

/// The sessions of members: opened by a sign-in, continued by refreshes, ended by a sign-out or by
/// the re-use of an old refresh token. Ended ones are told to `EndedSessions`, so that their access
/// tokens stop working before they expire.
public final class WebSessions {
  private final ServiceDatabase database;
  private final Members members;
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;
  private final EndedSessions ended;
  private final SessionRules rules;
  private final InstantSource clock;
  private final SecureRandom random;

  public WebSessions(
      ServiceDatabase database,
      Members members,
      AccessTokens accessTokens,
      EndedSessions ended,
      SessionRules rules,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.refreshTokens = new RefreshTokens(database);
    this.accessTokens = accessTokens;
    this.ended = ended;
    this.rules = rules;
    this.clock = clock;
    this.random = random;
    recallEnded();
  }

  /// After a restart, sessions whose last access token may still be valid are known as ended again.
  private void recallEnded() {
    record Ended(UUID id, Instant at) {}
    database
        .sql()
        .sql("select id, ended_at from web_sessions where ended_at > :since")
        .param("since", Timestamp.from(clock.instant().minus(accessTokens.lifetime())))
        .query((row, index) ->
            new Ended(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list()
        .forEach(session -> ended.end(session.id(), session.at().plus(accessTokens.lifetime())));
  }

  /// Begins a session, and forgets the member's sessions that nothing can continue any more.
  public SessionTokens open(Member member) {
    UUID sessionId = UUID.randomUUID();
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      forgetDead(member, now);
      database
          .sql()
          .sql("insert into web_sessions (id, member_id, created_at) values (:id, :member, :now)")
          .param("id", sessionId)
          .param("member", member.id())
          .param("now", Timestamp.from(now))
          .update();
      return issue(member, sessionId, now);
    });
  }

  private void forgetDead(Member member, Instant now) {
    database
        .sql()
        .sql(
            """
            delete from web_sessions s
             where s.member_id = :member and s.created_at < :before
               and (s.ended_at < :before or not exists (
                 select 1 from refresh_tokens t where t.session_id = s.id and t.expires_at > :now))
            """)
        .param("member", member.id())
        .param("before", Timestamp.from(now.minus(rules.refreshTokenLife())))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Exchanges a refresh token for the next pair.
  public Refresh refresh(Secret presented) {
    RefreshToken token = new RefreshToken(presented);
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      Found found = refreshTokens.findAndLockSession(token).orElse(null);
      if (found == null || found.sessionEnded() || !found.expiresAt().isAfter(now)) {
        return new Refresh.Refused();
      }
      if (found.isReused(rules, now)) {
        end(found.sessionId(), "refresh-token-reused", now);
        return new Refresh.ReuseDetected(found.memberId(), found.sessionId());
      }
      Optional<Member> member = members.find(found.memberId());
      if (member.isEmpty()) {
        return new Refresh.Refused();
      }
      refreshTokens.replace(token, found.sessionId(), now);
      return new Refresh.Continued(member.get(), issue(member.get(), found.sessionId(), now));
    });
  }

  private SessionTokens issue(Member member, UUID sessionId, Instant now) {
    RefreshToken refreshToken = RefreshToken.random(random);
    refreshTokens.add(refreshToken, sessionId, now.plus(rules.refreshTokenLife()));
    return new SessionTokens(
        sessionId,
        accessTokens.issue(member, sessionId, now),
        accessTokens.lifetime(),
        refreshToken.text());
  }

  /// The member whose session was ended by a sign-out with its refresh token; empty when there was
  /// none to end.
  public Optional<UUID> signOut(Secret presented) {
    Instant now = clock.instant();
    return database.inTransaction(() ->
        refreshTokens
            .findAndLockSession(new RefreshToken(presented))
            .filter(found -> end(found.sessionId(), "signed-out", now))
            .map(Found::memberId));
  }

  /// Whether there was a running session to end.
  public boolean signOut(UUID sessionId) {
    return end(sessionId, "signed-out", clock.instant());
  }

  private boolean end(UUID sessionId, String reason, Instant now) {
    int rows =
        database
            .sql()
            .sql(
                """
                update web_sessions set ended_at = :now, end_reason = :reason
                 where id = :id and ended_at is null
                """)
            .param("now", Timestamp.from(now))
            .param("reason", reason)
            .param("id", sessionId)
            .update();
    Transactions.afterCommit(() -> ended.end(sessionId, now.plus(accessTokens.lifetime())));
    return rows > 0;
  }
}
