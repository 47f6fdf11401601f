package xyz.contentfactory.user.oidc;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;

/// What the page that the provider sends people back to passes on of its address.
record ProviderAnswerRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "from the beginning")
        @Nullable String challenge,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String state,
    @Schema(description = "null when the provider refused") @Nullable Secret code,
    @Schema(description = "RFC 9207, when the provider sends it") @Nullable String iss) {
  private static final int LONGEST_CODE = 8192;

  ProviderAnswer parse() {
    if (challenge == null || challenge.isBlank()) {
      throw fault("challenge", "This is missing.", "required");
    }
    if (state == null || state.isBlank()) {
      throw fault("state", "This is missing.", "required");
    }
    if (code != null && code.reveal().length() > LONGEST_CODE) {
      throw fault("code", "This is too long.", "too-long");
    }
    return new ProviderAnswer(
        challenge,
        state,
        code == null || code.isEmpty() ? null : code,
        iss == null || iss.isBlank() ? null : iss);
  }

  private static RuntimeException fault(String field, String message, String code) {
    return Problem.of(CommonProblem.INVALID_INPUT).withError(field, message, code).asException();
  }

  @Override
  public String toString() {
    return "ProviderAnswerRequest(hidden)";
  }
}
