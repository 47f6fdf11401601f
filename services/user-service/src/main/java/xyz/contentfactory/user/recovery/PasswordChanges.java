package xyz.contentfactory.user.recovery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.link.LinkPurpose;
import xyz.contentfactory.user.link.Links;
import xyz.contentfactory.user.mail.Letter;
import xyz.contentfactory.user.mail.LetterKind;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.MemberPasswords;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.CurrentPassword;
import xyz.contentfactory.user.password.PasswordRules;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.session.SessionEndings;

/// A new password for a member who knows the old one, or has none and has just proved who they are;
/// their other sessions end.
public final class PasswordChanges {
  private final ServiceDatabase database;
  private final Members members;
  private final MemberPasswords stored;
  private final CurrentPassword currentPassword;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final SessionEndings sessions;
  private final Links links;
  private final Outbox outbox;
  private final Audit audit;

  /// What the change touches besides the password.
  public record Surroundings(SessionEndings sessions, Links links, Outbox outbox, Audit audit) {}

  public PasswordChanges(
      ServiceDatabase database,
      Members members,
      MemberPasswords stored,
      CurrentPassword currentPassword,
      PasswordRules rules,
      Passwords passwords,
      Surroundings surroundings) {
    this.database = database;
    this.members = members;
    this.stored = stored;
    this.currentPassword = currentPassword;
    this.rules = rules;
    this.passwords = passwords;
    this.sessions = surroundings.sessions();
    this.links = surroundings.links();
    this.outbox = surroundings.outbox();
    this.audit = surroundings.audit();
  }

  void change(
      Caller caller,
      @Nullable Secret current,
      Secret wanted,
      MailLanguage language,
      ClientAddress from) {
    Member member =
        members
            .find(caller.memberId())
            .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
    rules
        .faultOf("newPassword", wanted, member.email())
        .ifPresent(fault -> {
          throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(List.of(fault)).asException();
        });
    currentPassword.require(caller, current, from);
    String hash = passwords.hash(wanted);
    database.inTransaction(() -> {
      stored.set(member.id(), hash);
      links.revoke(member.id(), Set.of(LinkPurpose.RESET_PASSWORD));
      sessions.othersOf(member.id(), caller.session(), "password-changed");
      outbox.post(
          new EmailAddress(member.email()), Letter.of(LetterKind.PASSWORD_CHANGED, language, null));
      audit.record(
          new AuditEntry(member.id(), "member.password-change", Outcome.OK, from, Map.of()));
    });
  }
}
