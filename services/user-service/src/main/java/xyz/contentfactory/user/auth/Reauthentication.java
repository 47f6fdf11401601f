package xyz.contentfactory.user.auth;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.attempt.Attempts.Subject;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.session.Proofs;

/// Proving with the password, inside a session, that it is still the same person.
public final class Reauthentication {
  private final Members members;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Proofs proofs;
  private final Audit audit;

  public Reauthentication(
      Members members, Passwords passwords, Attempts attempts, Proofs proofs, Audit audit) {
    this.members = members;
    this.passwords = passwords;
    this.attempts = attempts;
    this.proofs = proofs;
    this.audit = audit;
  }

  void byPassword(Caller caller, @Nullable Secret password, ClientAddress from) {
    if (password == null || password.isEmpty()) {
      throw wrong("The password is missing.", "required").asException();
    }
    Member member =
        members
            .find(caller.memberId())
            .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
    Subject subject = Subject.account(member.email());
    attempts.begin(subject);
    Optional<String> hash =
        EmailAddress.parse(member.email())
            .flatMap(members::findForSignIn)
            .map(Members.WithPassword::passwordHash);
    boolean right = passwords.matches(password, hash.orElse(null));
    audit.record(
        new AuditEntry(
            member.id(),
            "member.reauthenticate",
            right ? Outcome.OK : Outcome.REFUSED,
            from,
            Map.of("method", "password")));
    if (!right) {
      throw wrong("This is not your password.", "wrong").asException();
    }
    attempts.forget(subject);
    proofs.renew(caller.session());
  }

  private static Problem wrong(String message, String code) {
    return Problem.of(CommonProblem.INVALID_INPUT).withError("currentPassword", message, code);
  }
}
