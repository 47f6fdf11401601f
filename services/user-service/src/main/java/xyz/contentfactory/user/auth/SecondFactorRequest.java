package xyz.contentfactory.user.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;

/// The second step of a sign-in: the challenge of the first, and one of the two codes.
record SecondFactorRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String challenge,
    @Nullable String code,
    @Nullable String recoveryCode) {
  private static final int LONGEST = 64;

  /// Exactly one of the two is there.
  record Parsed(String challenge, @Nullable String code, @Nullable String recoveryCode) {}

  Parsed parse() {
    if (challenge == null || challenge.isBlank()) {
      throw missing("challenge").asException();
    }
    String typedCode = given(code);
    String typedRecovery = typedCode == null ? given(recoveryCode) : null;
    if (typedCode == null && typedRecovery == null) {
      throw missing("code").asException();
    }
    return new Parsed(challenge, typedCode, typedRecovery);
  }

  /// What is longer than any code is cut, and so is simply not right.
  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
  }

  private static Problem missing(String field) {
    return Problem.of(CommonProblem.INVALID_INPUT).withError(field, "This is missing.", "required");
  }

  @Override
  public String toString() {
    return "SecondFactorRequest(hidden)";
  }
}
