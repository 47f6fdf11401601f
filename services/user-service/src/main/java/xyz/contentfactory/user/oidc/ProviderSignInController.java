package xyz.contentfactory.user.oidc;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.UserAgent;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.auth.TokenAnswer;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Visit;

/// Signing in by a provider of OpenID Connect.
@RestController
@RequestMapping("/api/auth/oidc")
@Tag(name = "provider", description = "Signing in by a provider of OpenID Connect")
public final class ProviderSignInController {
  private final Provider provider;
  private final ProviderSignIns signIns;

  ProviderSignInController(Provider provider, ProviderSignIns signIns) {
    this.provider = provider;
    this.signIns = signIns;
  }

  @Schema(name = "ProviderOffer")
  record Offer(
      @Schema(description = "what the provider is called; absent when none is set up")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable String name) {}

  record SignInRequest(
      @Schema(description = "The token of an invitation's link") @Nullable Secret invitation,
      @Schema(description = "The language of mails: en or ru") @Nullable String language) {}

  @GetMapping
  @Operation(operationId = "provider", summary = "Whether a provider is set up, and its name")
  Offer offer() {
    return new Offer(provider.name());
  }

  @PostMapping("/sign-in/start")
  @Operation(operationId = "providerSignInStart", summary = "Begin to sign in by the provider")
  @UserProblems({UserProblem.PROVIDER_NOT_SET_UP, UserProblem.PROVIDER_FAULT})
  ProviderRounds.Sent start(@RequestBody SignInRequest request) {
    return signIns.begin(request.invitation(), request.language());
  }

  @PostMapping("/sign-in/callback")
  @Operation(
      operationId = "providerSignIn",
      summary = "Open a session with what the provider has answered")
  @UserProblems({
    UserProblem.PROVIDER_NOT_SET_UP,
    UserProblem.PROVIDER_STEP_EXPIRED,
    UserProblem.PROVIDER_REFUSED,
    UserProblem.PROVIDER_FAULT,
    UserProblem.PROVIDER_ANSWER_INVALID,
    UserProblem.PROVIDER_EMAIL_UNCONFIRMED,
    UserProblem.PROVIDER_EMAIL_TAKEN,
    UserProblem.PROVIDER_IDENTITY_TAKEN,
    UserProblem.PROVIDER_NOT_LINKED,
    UserProblem.REGISTRATION_CLOSED,
    UserProblem.INVITATION_INVALID,
    UserProblem.EMAIL_TAKEN,
    UserProblem.MEMBER_BLOCKED,
    UserProblem.SECOND_FACTOR_NEEDED
  })
  TokenAnswer callback(
      @RequestBody ProviderAnswerRequest request, ClientAddress from, UserAgent agent) {
    return TokenAnswer.of(signIns.finish(request.parse(), Visit.of(from, agent)));
  }
}
