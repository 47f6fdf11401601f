package xyz.contentfactory.user.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;

/// What a person sends to sign in. Only absence is told as a field's fault; everything else that
/// does not fit is simply not right.
record LoginRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String email,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret password) {

  /// A sign-in with both parts there.
  record Parsed(String email, Secret password) {}

  Parsed parse() {
    List<FieldProblem> errors = new ArrayList<>();
    if (email == null || email.isBlank()) {
      errors.add(new FieldProblem("email", "The e-mail is missing.", "required"));
    }
    if (password == null || password.isEmpty()) {
      errors.add(new FieldProblem("password", "The password is missing.", "required"));
    }
    if (email == null || password == null || !errors.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
    }
    return new Parsed(email, password);
  }
}
