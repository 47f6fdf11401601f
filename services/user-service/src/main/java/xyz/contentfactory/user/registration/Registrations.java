package xyz.contentfactory.user.registration;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.captcha.Captcha;
import xyz.contentfactory.user.email.EmailConfirmations;
import xyz.contentfactory.user.invitation.Invitation;
import xyz.contentfactory.user.invitation.InvitationToken;
import xyz.contentfactory.user.invitation.Invitations;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.member.NewMember;
import xyz.contentfactory.user.member.Username;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.problem.UserProblem;

/// Makes members of whoever may become one. The password is computed outside of the transaction, in
/// which member, invitation, mail and trace stand or fall together. Who comes by an invitation that
/// was mailed to their address needs not confirm it again.
public final class Registrations {
  private final RegistrationMode mode;
  private final @Nullable URI mailbox;
  private final ServiceDatabase database;
  private final Members members;
  private final Invitations invitations;
  private final Captcha captcha;
  private final Passwords passwords;
  private final EmailConfirmations confirmations;
  private final Audit audit;
  private final InstantSource clock;

  /// Who may come in at what cost, and where to find the mail that they get.
  public record Door(RegistrationMode mode, Captcha captcha, @Nullable URI mailbox) {}

  public Registrations(
      Door door,
      ServiceDatabase database,
      Members members,
      Invitations invitations,
      Passwords passwords,
      EmailConfirmations confirmations,
      Audit audit,
      InstantSource clock) {
    this.mode = door.mode();
    this.mailbox = door.mailbox();
    this.database = database;
    this.members = members;
    this.invitations = invitations;
    this.captcha = door.captcha();
    this.passwords = passwords;
    this.confirmations = confirmations;
    this.audit = audit;
    this.clock = clock;
  }

  RegistrationState state() {
    return new RegistrationState(mode, members.isEmpty(), captcha.wanted(), mailbox);
  }

  Member register(RegisterRequest.Parsed request, ClientAddress from) {
    requireOpenDoor(request.invitation(), members.isEmpty());
    captcha.accept(request.captcha());
    String hash = passwords.hash(request.password());
    return database.inTransaction(() -> {
      members.oneByOne();
      requireOpenDoor(request.invitation(), members.isEmpty());
      Member member =
          add(
              new Wish(request.email(), request.username(), hash, request.invitation(), false),
              from);
      if (!member.emailConfirmed()) {
        confirmations.ask(member, request.language());
      }
      return member;
    });
  }

  /// An invitation opens an open door too: it may bring a role.
  private void requireOpenDoor(@Nullable InvitationToken invitation, boolean first) {
    boolean open =
        switch (mode) {
          case OPEN -> true;
          case INVITATION -> invitation != null;
          case CLOSED -> false;
        };
    if (!open && !first) {
      throw ProblemException.of(UserProblem.REGISTRATION_CLOSED);
    }
  }

  /// Somebody whose e-mail a provider vouches for: no proof of work, no password, and nothing left
  /// to confirm. Call it in a transaction, between `Members.oneByOne` and its end.
  ///
  /// @throws ProblemException `registration-closed`, `invitation-invalid`
  public Member registerProved(
      EmailAddress email, @Nullable InvitationToken invitation, ClientAddress from) {
    requireOpenDoor(invitation, members.isEmpty());
    return add(new Wish(email, null, null, invitation, true), from);
  }

  /// @param passwordHash null for none
  /// @param confirmed whether the address is known to be theirs
  private record Wish(
      EmailAddress email,
      @Nullable Username username,
      @Nullable String passwordHash,
      @Nullable InvitationToken invitation,
      boolean confirmed) {
    @Override
    public String toString() {
      return "Wish[" + email.masked() + "]";
    }
  }

  private Member add(Wish wish, ClientAddress from) {
    Instant now = clock.instant();
    Optional<Invitation> invitation =
        Optional.ofNullable(wish.invitation()).map(token -> redeemable(token, wish.email(), now));
    Member member =
        members.add(
            new NewMember(
                wish.email(),
                wish.username(),
                wish.passwordHash(),
                invitation.map(Invitation::role).orElse(Role.USER),
                wish.confirmed() || invitation.flatMap(Invitation::email).isPresent()));
    invitation.ifPresent(used -> invitations.use(used, member.id(), now));
    audit.record(
        new AuditEntry(
            member.id(),
            "member.register",
            Outcome.OK,
            from,
            Map.of("role", member.role().wireName())));
    return member;
  }

  private Invitation redeemable(InvitationToken token, EmailAddress email, Instant now) {
    return invitations
        .findAndLock(token, now)
        .filter(found -> found.isFor(email))
        .orElseThrow(() -> ProblemException.of(UserProblem.INVITATION_INVALID));
  }
}
