package xyz.contentfactory.user.auth;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.attempt.Attempts.Subject;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.MemberPasswords;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.session.Refresh;
import xyz.contentfactory.user.session.SessionTokens;
import xyz.contentfactory.user.session.SignInMethod;
import xyz.contentfactory.user.session.Visit;
import xyz.contentfactory.user.session.WebSessions;

/// Signing in and out, each act with its trace in the audit. Passwords are computed outside of
/// transactions; an act and its trace stand or fall together.
public final class SignIns {
  private final ServiceDatabase database;
  private final Members members;
  private final MemberPasswords stored;
  private final Passwords passwords;
  private final WebSessions sessions;
  private final Entrance entrance;
  private final Attempts attempts;
  private final Audit audit;

  public SignIns(
      ServiceDatabase database,
      Members members,
      MemberPasswords stored,
      Passwords passwords,
      WebSessions sessions,
      Entrance entrance,
      Attempts attempts,
      Audit audit) {
    this.database = database;
    this.members = members;
    this.stored = stored;
    this.passwords = passwords;
    this.sessions = sessions;
    this.entrance = entrance;
    this.attempts = attempts;
    this.audit = audit;
  }

  /// The same answer after the same work, whether the e-mail or the password is the wrong one.
  SessionTokens signIn(LoginRequest.Parsed request, Visit visit) {
    Subject account = Subject.account(request.email());
    Subject address = Subject.address(visit.from());
    attempts.begin(address);
    attempts.begin(account);
    Optional<EmailAddress> email = EmailAddress.parse(request.email());
    Members.WithPassword found = email.flatMap(members::findForSignIn).orElse(null);
    String hash = found != null && isPlausible(request.password()) ? found.passwordHash() : null;
    boolean right = passwords.matches(request.password(), hash);
    if (found == null || !right) {
      refuse(found == null ? null : found.member().id(), email, visit.from());
      throw ProblemException.of(UserProblem.WRONG_CREDENTIALS);
    }
    upgrade(found, request.password());
    attempts.forget(account);
    attempts.takeBack(address);
    return entrance.afterOneFactor(found.member(), SignInMethod.PASSWORD, visit);
  }

  /// A hash from before the cost was changed is replaced at the only moment when the password is
  /// there.
  private void upgrade(Members.WithPassword found, Secret password) {
    String hash = found.passwordHash();
    if (hash != null && passwords.isOutdated(hash)) {
      stored.upgrade(found.member().id(), hash, passwords.hash(password));
    }
  }

  private static boolean isPlausible(Secret password) {
    return password.reveal().length() <= 2 * Passwords.MAX_LENGTH;
  }

  private void refuse(@Nullable UUID memberId, Optional<EmailAddress> email, ClientAddress from) {
    audit.record(
        new AuditEntry(
            memberId,
            "member.sign-in",
            Outcome.REFUSED,
            from,
            memberId == null
                ? Map.of("email", email.map(EmailAddress::masked).orElse("(not an address)"))
                : Map.of()));
  }

  SessionTokens refresh(Secret token, ClientAddress from) {
    return switch (sessions.refresh(token, from)) {
      case Refresh.Continued continued -> continued.tokens();
      case Refresh.Refused refused -> throw ProblemException.of(UserProblem.REFRESH_TOKEN_INVALID);
      case Refresh.ReuseDetected reuse -> {
        audit.record(
            new AuditEntry(
                reuse.memberId(),
                "session.refresh-token-reused",
                Outcome.REFUSED,
                from,
                Map.of("session", reuse.sessionId().toString())));
        throw ProblemException.of(UserProblem.REFRESH_TOKEN_INVALID);
      }
    };
  }

  void signOut(Secret refreshToken, ClientAddress from) {
    database.inTransaction(
        () -> sessions.signOut(refreshToken).ifPresent(member -> traceSignOut(member, from)));
  }

  void signOut(UUID memberId, UUID sessionId, ClientAddress from) {
    database.inTransaction(() -> {
      if (sessions.signOut(sessionId)) {
        traceSignOut(memberId, from);
      }
    });
  }

  private void traceSignOut(UUID memberId, ClientAddress from) {
    audit.record(new AuditEntry(memberId, "member.sign-out", Outcome.OK, from, Map.of()));
  }
}
