package xyz.contentfactory.user.oidc;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.auth.Entrance;
import xyz.contentfactory.user.challenge.Challenges.Purpose;
import xyz.contentfactory.user.invitation.InvitationToken;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.oidc.ProviderRounds.Returned;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.registration.Registrations;
import xyz.contentfactory.user.session.SessionTokens;
import xyz.contentfactory.user.session.SignInMethod;
import xyz.contentfactory.user.session.Visit;

/// What an identity of the provider opens: the member it is linked to; or the member with the same
/// e-mail, when both the provider and we have seen that the address is theirs; or, for an unknown
/// person, a new member, as far as registration is open. What comes next is the same as after a
/// password: the second factor, blocked people stay out.
final class ProviderSignIns {
  private final ServiceDatabase database;
  private final ProviderRounds rounds;
  private final Identities identities;
  private final ProviderLinks links;
  private final Members members;
  private final Registrations registrations;
  private final Entrance entrance;
  private final Audit audit;

  ProviderSignIns(
      ServiceDatabase database,
      ProviderRounds rounds,
      Identities identities,
      ProviderLinks links,
      Members members,
      Registrations registrations,
      Entrance entrance,
      Audit audit) {
    this.database = database;
    this.rounds = rounds;
    this.identities = identities;
    this.links = links;
    this.members = members;
    this.registrations = registrations;
    this.entrance = entrance;
    this.audit = audit;
  }

  ProviderRounds.Sent begin(@Nullable Secret invitation, @Nullable String language) {
    return rounds.begin(Purpose.OIDC_SIGN_IN, null, false, invitation, language);
  }

  SessionTokens finish(ProviderAnswer answer, Visit visit) {
    Member member;
    try {
      Returned returned = rounds.finish(Purpose.OIDC_SIGN_IN, null, answer);
      member = database.inTransaction(() -> memberFor(returned, visit));
    } catch (ProblemException e) {
      audit.record(
          new AuditEntry(
              null,
              "member.sign-in",
              Outcome.REFUSED,
              visit.from(),
              Map.of("method", "oidc", "why", e.problem().code().code())));
      throw e;
    }
    return entrance.afterOneFactor(member, SignInMethod.OIDC, visit);
  }

  private Member memberFor(Returned returned, Visit visit) {
    ProvedIdentity identity = returned.identity();
    UUID known = identities.memberOf(identity).orElse(null);
    Member member =
        known == null
            ? welcome(identity, returned.round(), visit)
            : members
                .find(known)
                .orElseThrow(() -> ProblemException.of(UserProblem.PROVIDER_NOT_LINKED));
    identities.used(identity);
    return member;
  }

  /// Whoever knows an e-mail that somebody here has not confirmed, or that the provider has not,
  /// must not get into the account that way.
  private Member welcome(ProvedIdentity identity, Round round, Visit visit) {
    EmailAddress email =
        identity
            .confirmedEmail()
            .orElseThrow(() -> ProblemException.of(UserProblem.PROVIDER_EMAIL_UNCONFIRMED));
    members.oneByOne();
    Member namesake = members.findForSignIn(email).map(Members.WithPassword::member).orElse(null);
    MailLanguage language = MailLanguage.of(round.language());
    if (namesake == null) {
      return register(identity, email, round, visit);
    }
    if (!namesake.emailConfirmed() || identities.hasAt(namesake.id(), identity.issuer())) {
      throw ProblemException.of(UserProblem.PROVIDER_EMAIL_TAKEN);
    }
    links.link(namesake, identity, language, visit.from());
    return namesake;
  }

  private Member register(ProvedIdentity identity, EmailAddress email, Round round, Visit visit) {
    String invitation = round.invitation();
    Member member =
        registrations.registerProved(
            email,
            invitation == null ? null : new InvitationToken(Secret.of(invitation)),
            visit.from());
    identities.add(member.id(), identity);
    return member;
  }
}
