package xyz.contentfactory.user.oidc;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.challenge.Challenges;
import xyz.contentfactory.user.challenge.Challenges.Begun;
import xyz.contentfactory.user.challenge.Challenges.Purpose;
import xyz.contentfactory.user.problem.UserProblem;

/// Sends people to the provider and takes them back. What ties the two ends together lies sealed in
/// the database, so any node may finish what another began; who may finish it is the browser that
/// began it, by an id that only this browser has and that counts once.
final class ProviderRounds {
  private final Provider provider;
  private final Challenges challenges;
  private final InstantSource clock;
  private final JsonMapper json;
  private final SecureRandom random = new SecureRandom();

  ProviderRounds(Provider provider, Challenges challenges, InstantSource clock, JsonMapper json) {
    this.provider = provider;
    this.challenges = challenges;
    this.clock = clock;
    this.json = json;
  }

  /// @param challenge to be kept by this browser and shown when it is back
  /// @param url where to go
  @Schema(name = "ProviderStep")
  record Sent(String challenge, URI url) {}

  /// Somebody who is back, with what they left with.
  record Returned(ProvedIdentity identity, Round round) {}

  /// @param memberId whose round it is; null before a sign-in
  /// @param anew whether they must prove themselves to the provider again
  Sent begin(
      Purpose purpose,
      @Nullable UUID memberId,
      boolean anew,
      @Nullable Secret invitation,
      @Nullable String language) {
    Round round =
        Round.begin(
            random,
            clock.instant().getEpochSecond(),
            invitation == null || invitation.isEmpty() ? null : invitation.reveal(),
            language);
    URI url = provider.address(round, anew);
    return new Sent(challenges.begin(purpose, memberId, json.writeValueAsString(round)), url);
  }

  /// @throws ProblemException `provider-step-expired` for what was not begun here, for this member,
  ///   or was finished before; `provider-refused`; and what `Provider.redeem` throws
  Returned finish(Purpose purpose, @Nullable UUID memberId, ProviderAnswer answer) {
    provider.issuer();
    Begun begun =
        challenges
            .take(purpose, answer.challenge())
            .filter(found -> Objects.equals(found.memberId(), memberId))
            .orElseThrow(() -> ProblemException.of(UserProblem.PROVIDER_STEP_EXPIRED));
    Round round = json.readValue(begun.content(), Round.class);
    if (!round.hasState(answer.state())) {
      throw ProblemException.of(UserProblem.PROVIDER_STEP_EXPIRED);
    }
    Secret code = answer.code();
    if (code == null) {
      throw ProblemException.of(UserProblem.PROVIDER_REFUSED);
    }
    return new Returned(provider.redeem(round, code, answer.issuer()), round);
  }
}
