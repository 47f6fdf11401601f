package xyz.contentfactory.user.oidc;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;

/// The caller's own identities at the provider.
@RestController
@RequestMapping("/api/auth/oidc")
@Tag(name = "provider")
public final class ProviderLinkController {
  private final ProviderLinks links;

  ProviderLinkController(ProviderLinks links) {
    this.links = links;
  }

  @Schema(name = "ProviderIdentityList")
  record IdentityList(List<Identities.Shown> items) {}

  @Schema(name = "ProviderLinkRequest")
  record LinkRequest(
      @Schema(description = "The language of the mail: en or ru") @Nullable String language) {}

  @GetMapping("/identities")
  @Operation(operationId = "providerIdentities", summary = "Who I am at the provider")
  IdentityList identities(Caller caller) {
    return new IdentityList(links.of(caller.memberId()));
  }

  @PostMapping("/link/start")
  @Operation(operationId = "providerLinkStart", summary = "Begin to link my account there")
  @UserProblems({
    UserProblem.PROVIDER_NOT_SET_UP,
    UserProblem.PROVIDER_FAULT,
    UserProblem.PROVIDER_LINKED,
    UserProblem.REAUTHENTICATION_NEEDED
  })
  ProviderRounds.Sent startLink(@RequestBody LinkRequest request, Caller caller) {
    return links.beginLink(caller, request.language());
  }

  @PostMapping("/link/callback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "providerLink", summary = "Link the account that the provider tells of")
  @UserProblems({
    UserProblem.PROVIDER_NOT_SET_UP,
    UserProblem.PROVIDER_STEP_EXPIRED,
    UserProblem.PROVIDER_REFUSED,
    UserProblem.PROVIDER_FAULT,
    UserProblem.PROVIDER_ANSWER_INVALID,
    UserProblem.PROVIDER_LINKED,
    UserProblem.PROVIDER_IDENTITY_TAKEN
  })
  void link(@RequestBody ProviderAnswerRequest request, Caller caller, ClientAddress from) {
    links.finishLink(caller, request.parse(), from);
  }

  @DeleteMapping("/identities/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "providerUnlink", summary = "The account there opens nothing any more")
  @UserProblems({
    UserProblem.PROVIDER_NOT_LINKED,
    UserProblem.LAST_WAY_IN,
    UserProblem.REAUTHENTICATION_NEEDED
  })
  void unlink(@PathVariable UUID id, Caller caller, ClientAddress from) {
    links.unlink(caller, id, from);
  }

  @PostMapping("/proof/start")
  @Operation(
      operationId = "providerProofStart",
      summary = "Begin to prove who I am once more, by the provider")
  @UserProblems({
    UserProblem.PROVIDER_NOT_SET_UP,
    UserProblem.PROVIDER_FAULT,
    UserProblem.PROVIDER_NOT_LINKED
  })
  ProviderRounds.Sent startProof(Caller caller) {
    return links.beginProof(caller);
  }

  @PostMapping("/proof/callback")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "providerProof",
      summary = "Prove who I am once more with what the provider has answered")
  @UserProblems({
    UserProblem.PROVIDER_NOT_SET_UP,
    UserProblem.PROVIDER_STEP_EXPIRED,
    UserProblem.PROVIDER_REFUSED,
    UserProblem.PROVIDER_FAULT,
    UserProblem.PROVIDER_ANSWER_INVALID,
    UserProblem.PROVIDER_NOT_LINKED,
    UserProblem.PROVIDER_PROOF_OLD
  })
  void proof(@RequestBody ProviderAnswerRequest request, Caller caller, ClientAddress from) {
    links.finishProof(caller, request.parse(), from);
  }
}
