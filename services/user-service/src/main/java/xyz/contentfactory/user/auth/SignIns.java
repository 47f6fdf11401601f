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
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.session.Refresh;
import xyz.contentfactory.user.session.SessionTokens;
import xyz.contentfactory.user.session.WebSessions;

/// Registering, signing in and out, each act with its trace in the audit. Passwords are computed
/// outside of transactions; an act and its trace stand or fall together.
public final class SignIns {
  private final ServiceDatabase database;
  private final Members members;
  private final Passwords passwords;
  private final WebSessions sessions;
  private final Audit audit;

  public SignIns(
      ServiceDatabase database,
      Members members,
      Passwords passwords,
      WebSessions sessions,
      Audit audit) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  Member register(RegisterRequest.Parsed request, ClientAddress from) {
    String hash = passwords.hash(request.password());
    return database.inTransaction(() -> {
      Member member = members.add(request.email(), request.username(), hash);
      audit.record(
          new AuditEntry(
              member.id(),
              "member.register",
              Outcome.OK,
              from,
              Map.of("role", member.role().wireName())));
      return member;
    });
  }

  /// The same answer after the same work, whether the e-mail or the password is the wrong one.
  SessionTokens signIn(LoginRequest.Parsed request, ClientAddress from) {
    Optional<EmailAddress> email = EmailAddress.parse(request.email());
    Members.WithPassword found = email.flatMap(members::findForSignIn).orElse(null);
    String hash = found != null && isPlausible(request.password()) ? found.passwordHash() : null;
    boolean right = passwords.matches(request.password(), hash);
    if (found == null || !right) {
      refuse(found == null ? null : found.member().id(), email, from);
      throw ProblemException.of(UserProblem.WRONG_CREDENTIALS);
    }
    Member member = found.member();
    return database.inTransaction(() -> {
      SessionTokens tokens = sessions.open(member);
      audit.record(
          new AuditEntry(
              member.id(),
              "member.sign-in",
              Outcome.OK,
              from,
              Map.of("session", tokens.sessionId().toString())));
      return tokens;
    });
  }

  private static boolean isPlausible(Secret password) {
    return password.reveal().length() <= 2 * RegisterRequest.MAX_PASSWORD;
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
    return switch (sessions.refresh(token)) {
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
