package xyz.contentfactory.user.passkey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;

/// A browser's answer to what it was asked; `parse` gives what it means.
///
/// @param name for a new passkey only
record PasskeyRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String challengeId,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "PublicKeyCredential.toJSON()")
        @Nullable Map<String, Object> credential,
    @Schema(maxLength = 60) @Nullable String name) {
  static final int LONGEST_NAME = 60;

  PasskeyAnswer parse() {
    List<FieldProblem> errors = new ArrayList<>();
    if (challengeId == null || challengeId.isBlank()) {
      errors.add(new FieldProblem("challengeId", "This is missing.", "required"));
    }
    if (credential == null) {
      errors.add(new FieldProblem("credential", "This is missing.", "required"));
    }
    if (challengeId == null || credential == null || !errors.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
    }
    return new PasskeyAnswer(challengeId, credential);
  }

  /// A name that may be shown, or the one for whoever gave none.
  static String name(@Nullable String typed, String otherwise) {
    String name = typed == null || typed.isBlank() ? otherwise : typed.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError("name", "Use 1 to 60 characters.", "size")
          .asException();
    }
    return name;
  }
}
