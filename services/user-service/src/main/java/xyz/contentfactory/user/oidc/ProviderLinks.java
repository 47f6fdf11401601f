package xyz.contentfactory.user.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.challenge.Challenges.Purpose;
import xyz.contentfactory.user.mail.Letter;
import xyz.contentfactory.user.mail.LetterKind;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.oidc.ProviderRounds.Returned;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.session.Proofs;

/// A member's own identities at the provider: linked, used to prove oneself again, removed. Whoever
/// gets one linked hears of it by mail.
final class ProviderLinks {
  /// How far the provider's clock may be behind ours.
  private static final long SKEW_SECONDS = 60;

  private final ServiceDatabase database;
  private final Provider provider;
  private final ProviderRounds rounds;
  private final Identities identities;
  private final Members members;
  private final Proofs proofs;
  private final Predicate<UUID> hasPasskey;
  private final Surroundings surroundings;

  /// Where a link leaves its traces.
  record Surroundings(Outbox outbox, Audit audit) {}

  ProviderLinks(
      ServiceDatabase database,
      Provider provider,
      ProviderRounds rounds,
      Identities identities,
      Members members,
      Proofs proofs,
      Predicate<UUID> hasPasskey,
      Surroundings surroundings) {
    this.database = database;
    this.provider = provider;
    this.rounds = rounds;
    this.identities = identities;
    this.members = members;
    this.proofs = proofs;
    this.hasPasskey = hasPasskey;
    this.surroundings = surroundings;
  }

  List<Identities.Shown> of(UUID memberId) {
    return identities.of(memberId);
  }

  ProviderRounds.Sent beginLink(Caller caller, @Nullable String language) {
    proofs.requireFresh(caller.session());
    if (identities.hasAt(caller.memberId(), provider.issuer().toString())) {
      throw ProblemException.of(UserProblem.PROVIDER_LINKED);
    }
    return rounds.begin(Purpose.OIDC_LINK, caller.memberId(), false, null, language);
  }

  void finishLink(Caller caller, ProviderAnswer answer, ClientAddress from) {
    Returned returned = rounds.finish(Purpose.OIDC_LINK, caller.memberId(), answer);
    Member member = memberOf(caller);
    database.inTransaction(() ->
        link(member, returned.identity(), MailLanguage.of(returned.round().language()), from));
  }

  /// Call it in a transaction.
  void link(Member member, ProvedIdentity identity, MailLanguage language, ClientAddress from) {
    identities.add(member.id(), identity);
    surroundings
        .outbox()
        .post(
            new EmailAddress(member.email()),
            new Letter(
                LetterKind.PROVIDER_LINKED,
                language,
                null,
                List.of(String.valueOf(provider.name()))));
    trace(member.id(), "provider.link", from);
  }

  ProviderRounds.Sent beginProof(Caller caller) {
    if (!identities.hasAt(caller.memberId(), provider.issuer().toString())) {
      throw ProblemException.of(UserProblem.PROVIDER_NOT_LINKED);
    }
    return rounds.begin(Purpose.OIDC_PROOF, caller.memberId(), true, null, null);
  }

  /// A provider that still knew the person and asked them nothing proves nothing.
  void finishProof(Caller caller, ProviderAnswer answer, ClientAddress from) {
    Returned returned = rounds.finish(Purpose.OIDC_PROOF, caller.memberId(), answer);
    boolean theirs =
        identities.memberOf(returned.identity()).filter(caller.memberId()::equals).isPresent();
    if (!theirs) {
      refuse(caller, UserProblem.PROVIDER_NOT_LINKED, from);
    }
    Instant proved = returned.identity().authenticatedAt();
    if (proved == null
        || proved.getEpochSecond() < returned.round().begunAtSeconds() - SKEW_SECONDS) {
      refuse(caller, UserProblem.PROVIDER_PROOF_OLD, from);
    }
    database.inTransaction(() -> {
      proofs.renew(caller.session());
      identities.used(returned.identity());
      proof(caller, Outcome.OK, from);
    });
  }

  private void refuse(Caller caller, UserProblem why, ClientAddress from) {
    proof(caller, Outcome.REFUSED, from);
    throw ProblemException.of(why);
  }

  private void proof(Caller caller, Outcome outcome, ClientAddress from) {
    surroundings
        .audit()
        .record(
            new AuditEntry(
                caller.memberId(),
                "member.reauthenticate",
                outcome,
                from,
                Map.of("method", "oidc")));
  }

  /// @throws ProblemException `last-way-in` when nothing else would open the account
  void unlink(Caller caller, UUID id, ClientAddress from) {
    proofs.requireFresh(caller.session());
    database.inTransaction(() -> {
      Member member = members.findAndLock(caller.memberId()).orElseThrow(ProviderLinks::gone);
      if (!identities.remove(member.id(), id)) {
        throw ProblemException.of(UserProblem.PROVIDER_NOT_LINKED);
      }
      boolean another = !identities.of(member.id()).isEmpty();
      if (!member.hasPassword() && !hasPasskey.test(member.id()) && !another) {
        throw ProblemException.of(UserProblem.LAST_WAY_IN);
      }
      trace(member.id(), "provider.unlink", from);
    });
  }

  private Member memberOf(Caller caller) {
    return members.find(caller.memberId()).orElseThrow(ProviderLinks::gone);
  }

  private static ProblemException gone() {
    return ProblemException.of(CommonProblem.SIGN_IN_NEEDED);
  }

  private void trace(UUID memberId, String action, ClientAddress from) {
    surroundings.audit().record(new AuditEntry(memberId, action, Outcome.OK, from, Map.of()));
  }
}
