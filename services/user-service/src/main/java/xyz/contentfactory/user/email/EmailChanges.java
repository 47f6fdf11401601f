package xyz.contentfactory.user.email;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import xyz.contentfactory.user.link.Link;
import xyz.contentfactory.user.link.LinkPurpose;
import xyz.contentfactory.user.link.Links;
import xyz.contentfactory.user.link.Pace;
import xyz.contentfactory.user.mail.Letter;
import xyz.contentfactory.user.mail.LetterKind;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.MemberEmails;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.CurrentPassword;
import xyz.contentfactory.user.problem.UserProblem;

/// Changes a member's e-mail once both addresses have agreed. An address that was never confirmed
/// (a slip of the hand at the registration) is not asked.
///
/// Whether the new address belongs to somebody already is told to that address, not to the asker.
public final class EmailChanges {
  private static final Set<LinkPurpose> BOTH_ENDS =
      Set.of(LinkPurpose.LEAVE_EMAIL, LinkPurpose.ENTER_EMAIL);

  private final ServiceDatabase database;
  private final Members members;
  private final MemberEmails emails;
  private final CurrentPassword currentPassword;
  private final Links links;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  public EmailChanges(
      ServiceDatabase database,
      Members members,
      MemberEmails emails,
      CurrentPassword currentPassword,
      Links links,
      Outbox outbox,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.members = members;
    this.emails = emails;
    this.currentPassword = currentPassword;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  void ask(
      Caller caller,
      EmailAddress wanted,
      @Nullable Secret password,
      MailLanguage language,
      ClientAddress from) {
    UUID memberId = caller.memberId();
    currentPassword.require(caller, password, from);
    database.inTransaction(() -> {
      Member member =
          members
              .findAndLock(memberId)
              .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
      if (member.email().equals(wanted.value())) {
        return;
      }
      requirePace(memberId);
      links.revoke(memberId, BOTH_ENDS);
      emails.want(memberId, wanted, clock.instant().plus(LinkPurpose.ENTER_EMAIL.life()));
      mailBothEnds(member, wanted, language);
      audit.record(
          new AuditEntry(
              memberId,
              "member.email-change-ask",
              Outcome.OK,
              from,
              Map.of("email", wanted.masked())));
    });
  }

  private void requirePace(UUID memberId) {
    var now = clock.instant();
    var wait =
        Pace.wait(links.madeSince(memberId, LinkPurpose.ENTER_EMAIL, Pace.windowBefore(now)), now);
    if (!wait.isZero()) {
      throw Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(wait).asException();
    }
  }

  private void mailBothEnds(Member member, EmailAddress wanted, MailLanguage language) {
    EmailAddress old = new EmailAddress(member.email());
    if (member.emailConfirmed()) {
      var leave = links.make(member.id(), LinkPurpose.LEAVE_EMAIL, old, EmailConfirmations.PAGE);
      outbox.post(
          old, new Letter(LetterKind.LEAVE_EMAIL, language, leave, List.of(wanted.value())));
    }
    var enter = links.make(member.id(), LinkPurpose.ENTER_EMAIL, wanted, EmailConfirmations.PAGE);
    outbox.post(
        wanted,
        members.isRegistered(wanted)
            ? Letter.of(LetterKind.EMAIL_IN_USE, language, null)
            : Letter.of(LetterKind.ENTER_EMAIL, language, enter));
  }

  /// One end has agreed.
  ///
  /// @return whether that was the last one, and the address is changed
  boolean agreed(Link link, MailLanguage language, ClientAddress from) {
    Member member =
        members
            .findAndLock(link.memberId())
            .orElseThrow(() -> ProblemException.of(UserProblem.LINK_INVALID));
    @Nullable String wanted = member.pendingEmail();
    if (wanted == null) {
      throw ProblemException.of(UserProblem.LINK_INVALID);
    }
    if (links.waiting(member.id(), BOTH_ENDS)) {
      return false;
    }
    EmailAddress address = new EmailAddress(wanted);
    if (!emails.change(member.id(), address)) {
      throw ProblemException.of(UserProblem.LINK_INVALID); // somebody else registered it meanwhile
    }
    links.revoke(member.id(), Set.of(LinkPurpose.CONFIRM_EMAIL, LinkPurpose.RESET_PASSWORD));
    if (member.emailConfirmed()) {
      outbox.post(
          new EmailAddress(member.email()),
          new Letter(LetterKind.EMAIL_CHANGED, language, null, List.of(wanted)));
    }
    audit.record(
        new AuditEntry(
            member.id(),
            "member.email-change",
            Outcome.OK,
            from,
            Map.of("email", address.masked())));
    return true;
  }
}
