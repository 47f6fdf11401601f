package xyz.contentfactory.user.invitation;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
import xyz.contentfactory.kit.web.PublicUrl;
import xyz.contentfactory.user.mail.Letter;
import xyz.contentfactory.user.mail.LetterKind;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.problem.UserProblem;

/// Invites people, each act with its trace. The link of an invitation for an address goes there and
/// nowhere else, so that whoever uses it has shown that the address is theirs; only a link for
/// whoever has it is shown, once, to the admin.
public final class InvitationDesk {
  private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);

  private final ServiceDatabase database;
  private final Invitations invitations;
  private final Members members;
  private final Post post;
  private final Audit audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// How an invitation reaches somebody.
  ///
  /// @param closed nobody may register, whatever they have
  public record Post(Outbox outbox, PublicUrl publicUrl, boolean closed) {}

  public InvitationDesk(
      ServiceDatabase database,
      Invitations invitations,
      Members members,
      Post post,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.invitations = invitations;
    this.members = members;
    this.post = post;
    this.audit = audit;
    this.clock = clock;
  }

  /// What has been made.
  ///
  /// @param link shown once; null when it was mailed
  record Made(OpenInvitation invitation, @Nullable URI link) {}

  List<OpenInvitation> open() {
    return invitations.open();
  }

  Made invite(InvitationRequest.Parsed request, Caller admin, ClientAddress from) {
    if (post.closed()) {
      throw ProblemException.of(UserProblem.REGISTRATION_CLOSED);
    }
    InvitationToken token = InvitationToken.random(random);
    EmailAddress email = request.email();
    return database.inTransaction(() -> {
      Member inviter = inviter(admin);
      if (email != null && members.isRegistered(email)) {
        throw ProblemException.of(UserProblem.EMAIL_TAKEN);
      }
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      OpenInvitation made =
          new OpenInvitation(
              UUID.randomUUID(),
              email == null ? null : email.value(),
              request.role(),
              inviter.username(),
              request.language(),
              request.days(),
              now,
              now.plus(request.life()),
              email == null ? null : now);
      invitations.add(made, token, admin.memberId());
      trace(admin, "invitation.create", made, from);
      if (email == null) {
        return new Made(made, linkOf(token));
      }
      mail(email, made, token, inviter);
      return new Made(made, null);
    });
  }

  /// The link is made anew, for the old one is stored nowhere.
  OpenInvitation sendAgain(UUID id, Caller admin, ClientAddress from) {
    return database.inTransaction(() -> {
      Member inviter = inviter(admin);
      OpenInvitation known = existing(id);
      if (known.email() == null || known.sentAt() == null) {
        throw ProblemException.of(
            CommonProblem.CONFLICT, "This invitation has no address to be sent to.");
      }
      Instant now = clock.instant();
      Duration wait = Duration.between(now, known.sentAt().plus(BETWEEN_MAILS));
      if (wait.isPositive()) {
        throw Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(wait).asException();
      }
      InvitationToken token = InvitationToken.random(random);
      invitations.renew(id, token, now, now.plus(Duration.ofDays(known.lifeDays())));
      mail(new EmailAddress(known.email()), known, token, inviter);
      trace(admin, "invitation.resend", known, from);
      return existing(id);
    });
  }

  void withdraw(UUID id, Caller admin, ClientAddress from) {
    database.inTransaction(() -> {
      OpenInvitation known = existing(id);
      invitations.withdraw(id);
      trace(admin, "invitation.withdraw", known, from);
    });
  }

  private Member inviter(Caller admin) {
    return members
        .find(admin.memberId())
        .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
  }

  private OpenInvitation existing(UUID id) {
    return invitations
        .findOpenAndLock(id)
        .orElseThrow(() -> ProblemException.of(UserProblem.INVITATION_NOT_FOUND));
  }

  private void mail(
      EmailAddress email, OpenInvitation invitation, InvitationToken token, Member inviter) {
    MailLanguage language = invitation.language();
    post.outbox()
        .post(
            email,
            new Letter(
                LetterKind.INVITATION,
                language,
                linkOf(token),
                List.of(inviter.username(), Integer.toString(invitation.lifeDays()))));
  }

  /// The token stands behind the `#`, which browsers tell to no server and no log.
  private URI linkOf(InvitationToken token) {
    return post.publicUrl().page("/register#invitation=" + token.text().reveal());
  }

  private void trace(Caller admin, String action, OpenInvitation invitation, ClientAddress from) {
    String email = invitation.email();
    audit.record(
        new AuditEntry(
            admin.memberId(),
            action,
            Outcome.OK,
            from,
            Map.of(
                "invitation",
                invitation.id().toString(),
                "role",
                invitation.role().wireName(),
                "email",
                email == null ? "(whoever has the link)" : new EmailAddress(email).masked())));
  }
}
