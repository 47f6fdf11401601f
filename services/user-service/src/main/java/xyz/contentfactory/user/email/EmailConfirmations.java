package xyz.contentfactory.user.email;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.link.Link;
import xyz.contentfactory.user.link.LinkPurpose;
import xyz.contentfactory.user.link.LinkToken;
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
import xyz.contentfactory.user.problem.UserProblem;

/// Shows that an address belongs to the member who named it, by a link that is mailed there.
public final class EmailConfirmations {
  static final String PAGE = "/confirm-email";

  private final ServiceDatabase database;
  private final Members members;
  private final MemberEmails emails;
  private final Links links;
  private final Outbox outbox;
  private final EmailChanges changes;
  private final Audit audit;
  private final InstantSource clock;

  public EmailConfirmations(
      ServiceDatabase database,
      Members members,
      MemberEmails emails,
      Links links,
      Outbox outbox,
      EmailChanges changes,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.members = members;
    this.emails = emails;
    this.links = links;
    this.outbox = outbox;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /// Mails the link. Belongs to the transaction that made the member.
  public void ask(Member member, MailLanguage language) {
    EmailAddress address = new EmailAddress(member.email());
    URI link = links.make(member.id(), LinkPurpose.CONFIRM_EMAIL, address, PAGE);
    outbox.post(address, Letter.of(LetterKind.CONFIRM_EMAIL, language, link));
  }

  /// Mails another link to a member who did not confirm yet; nothing happens to one who did.
  void askAgain(UUID memberId, MailLanguage language) {
    database.inTransaction(() -> {
      Member member =
          members
              .findAndLock(memberId)
              .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
      if (member.emailConfirmed()) {
        return;
      }
      Instant now = clock.instant();
      Duration wait =
          Pace.wait(
              links.madeSince(memberId, LinkPurpose.CONFIRM_EMAIL, Pace.windowBefore(now)), now);
      if (!wait.isZero()) {
        throw Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(wait).asException();
      }
      ask(member, language);
    });
  }

  FollowedLink follow(LinkToken token, MailLanguage language, ClientAddress from) {
    return database.inTransaction(() -> {
      Link link =
          links.follow(
              token,
              Set.of(LinkPurpose.CONFIRM_EMAIL, LinkPurpose.LEAVE_EMAIL, LinkPurpose.ENTER_EMAIL));
      if (link.purpose() == LinkPurpose.CONFIRM_EMAIL) {
        confirm(link, from);
        return FollowedLink.CONFIRMED;
      }
      return changes.agreed(link, language, from)
          ? FollowedLink.CONFIRMED
          : FollowedLink.OTHER_ADDRESS_NEEDED;
    });
  }

  private void confirm(Link link, ClientAddress from) {
    if (!emails.confirm(link.memberId(), link.email())) {
      throw ProblemException.of(UserProblem.LINK_INVALID); // it has another address by now
    }
    audit.record(
        new AuditEntry(link.memberId(), "member.email-confirm", Outcome.OK, from, Map.of()));
  }
}
