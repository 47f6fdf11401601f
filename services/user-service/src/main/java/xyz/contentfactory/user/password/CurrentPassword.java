package xyz.contentfactory.user.password;

import java.util.Map;
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
import xyz.contentfactory.user.member.MemberPasswords;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.session.Proofs;

/// Asks members for their password again before what a stolen session must not be able to do. Who
/// has none must have proved themselves otherwise a moment ago. Wrong ones are counted by
/// themselves: whoever guesses here, with a stolen session, does not lock the member out of signing
/// in.
public final class CurrentPassword {
  private final MemberPasswords stored;
  private final Passwords passwords;
  private final Proofs proofs;
  private final Attempts attempts;
  private final Audit audit;

  public CurrentPassword(
      MemberPasswords stored, Passwords passwords, Proofs proofs, Attempts attempts, Audit audit) {
    this.stored = stored;
    this.passwords = passwords;
    this.proofs = proofs;
    this.attempts = attempts;
    this.audit = audit;
  }

  /// Goes on when it is the right one, or when the member has none and their proof is fresh.
  ///
  /// @throws ProblemException `current-password-wrong`; `too-many-requests` or `account-locked`,
  ///   unjudged, after too many wrong ones; or `reauthentication-needed` for a member without a
  ///   password
  public void require(Caller caller, @Nullable Secret password, ClientAddress from) {
    String hash = stored.hashOf(caller.memberId()).orElse(null);
    if (hash == null) {
      proofs.requireFresh(caller.session());
      return;
    }
    if (password == null || password.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError("currentPassword", "This is missing.", "required")
          .asException();
    }
    Subject subject = Subject.of("current-password", caller.memberId());
    attempts.begin(subject);
    boolean plausible = password.reveal().length() <= 2 * Passwords.MAX_LENGTH;
    if (!passwords.matches(password, plausible ? hash : null)) {
      audit.record(
          new AuditEntry(
              caller.memberId(), "member.password-check", Outcome.REFUSED, from, Map.of()));
      throw ProblemException.of(UserProblem.CURRENT_PASSWORD_WRONG);
    }
    attempts.forget(subject);
  }
}
