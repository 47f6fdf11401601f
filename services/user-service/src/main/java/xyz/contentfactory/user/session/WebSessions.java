package xyz.contentfactory.user.session;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.revocation.Revocations;
import xyz.contentfactory.user.session.RefreshTokens.Found;

/// The sessions of members: opened by a sign-in, continued by refreshes, ended by a sign-out or by
/// the re-use of an old refresh token.
public final class WebSessions {
  private final ServiceDatabase database;
  private final Members members;
  private final RefreshTokens refreshTokens;
  private final AccessTokens accessTokens;
  private final SessionEndings endings;
  private final Revocations revocations;
  private final SessionRules rules;
  private final InstantSource clock;
  private final SecureRandom random;

  public WebSessions(
      ServiceDatabase database,
      Members members,
      AccessTokens accessTokens,
      SessionEndings endings,
      Revocations revocations,
      SessionRules rules,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.refreshTokens = new RefreshTokens(database);
    this.accessTokens = accessTokens;
    this.endings = endings;
    this.revocations = revocations;
    this.rules = rules;
    this.clock = clock;
    this.random = random;
  }

  /// Begins a session, and forgets the member's sessions that nothing can continue any more.
  ///
  /// @throws ProblemException `member-blocked`
  public SessionTokens open(UUID memberId, SignInMethod method, Visit visit) {
    UUID sessionId = UUID.randomUUID();
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      holdStill(memberId);
      if (members.isBlocked(memberId)) {
        throw ProblemException.of(UserProblem.MEMBER_BLOCKED);
      }
      forgetDead(memberId, now);
      insert(memberId, sessionId, method, visit, now);
      return issue(memberId, sessionId, now, now);
    });
  }

  /// Whoever blocks the member at this moment comes before, and is seen; or after, and ends this
  /// session too.
  private void holdStill(UUID memberId) {
    database
        .sql()
        .sql("select 1 from members where id = :id for share")
        .param("id", memberId)
        .query(Integer.class)
        .optional();
  }

  private void insert(
      UUID memberId, UUID sessionId, SignInMethod method, Visit visit, Instant now) {
    database
        .sql()
        .sql(
            """
            insert into web_sessions
              (id, member_id, created_at, seen_at, proved_at, method, browser, system, address)
            values (:id, :member, :now, :now, :now, :method, :browser, :system, :address)
            """)
        .param("id", sessionId)
        .param("member", memberId)
        .param("now", Timestamp.from(now))
        .param("method", method.wireName())
        .param("browser", visit.device().browser())
        .param("system", visit.device().system())
        .param("address", visit.from().value())
        .update();
  }

  private void forgetDead(UUID memberId, Instant now) {
    database
        .sql()
        .sql(
            """
            delete from web_sessions s
             where s.member_id = :member and s.created_at < :before
               and (s.ended_at < :before or not exists (
                 select 1 from refresh_tokens t where t.session_id = s.id and t.expires_at > :now))
            """)
        .param("member", memberId)
        .param("before", Timestamp.from(now.minus(rules.refreshTokenLife())))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Exchanges a refresh token for the next pair.
  public Refresh refresh(Secret presented, ClientAddress from) {
    RefreshToken token = new RefreshToken(presented);
    Instant now = clock.instant();
    return database.inTransaction(() -> {
      Found found = refreshTokens.findAndLockSession(token).orElse(null);
      if (found == null || found.isOver(rules, now)) {
        return new Refresh.Refused();
      }
      if (found.isReused(rules, now)) {
        endings.one(found.sessionId(), "refresh-token-reused");
        return new Refresh.ReuseDetected(found.memberId(), found.sessionId());
      }
      refreshTokens.replace(token, found.sessionId(), now);
      see(found.sessionId(), from, now);
      return new Refresh.Continued(
          issue(found.memberId(), found.sessionId(), found.sessionBegan(), now));
    });
  }

  private void see(UUID sessionId, ClientAddress from, Instant now) {
    database
        .sql()
        .sql("update web_sessions set seen_at = :now, address = :address where id = :id")
        .param("now", Timestamp.from(now))
        .param("address", from.value())
        .param("id", sessionId)
        .update();
  }

  /// What the member is, is read after the newest revocation: a change in between makes a token
  /// that is refused, never one that says too much.
  private SessionTokens issue(UUID memberId, UUID sessionId, Instant began, Instant now) {
    long revocation = revocations.newestOf(memberId);
    Member member =
        members
            .find(memberId)
            .orElseThrow(() -> ProblemException.of(UserProblem.REFRESH_TOKEN_INVALID));
    RefreshToken refreshToken = RefreshToken.random(random);
    refreshTokens.add(refreshToken, sessionId, rules.endOfToken(began, now));
    return new SessionTokens(
        sessionId,
        accessTokens.issue(member, sessionId, revocation, now),
        accessTokens.lifetime(),
        refreshToken.text());
  }

  /// The member whose session was ended by a sign-out with its refresh token; empty when there was
  /// none to end.
  public Optional<UUID> signOut(Secret presented) {
    return database.inTransaction(() ->
        refreshTokens
            .findAndLockSession(new RefreshToken(presented))
            .filter(found -> endings.one(found.sessionId(), "signed-out"))
            .map(Found::memberId));
  }

  /// Whether there was a running session to end.
  public boolean signOut(UUID sessionId) {
    return endings.one(sessionId, "signed-out");
  }
}
