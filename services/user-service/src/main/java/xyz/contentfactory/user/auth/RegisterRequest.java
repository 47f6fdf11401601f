package xyz.contentfactory.user.auth;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Username;

/// What a person sends to register; `parse` gives what it means.
record RegisterRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 254)
        @Nullable String email,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret password,
    @Schema(minLength = 3, maxLength = 32) @Nullable String username) {
  static final int MIN_PASSWORD = 12;
  static final int MAX_PASSWORD = 128;

  /// A registration whose every part is valid.
  record Parsed(EmailAddress email, Secret password, @Nullable Username username) {}

  Parsed parse() {
    List<FieldProblem> errors = new ArrayList<>();
    Optional<EmailAddress> address = parseEmail(errors);
    Secret checked = checkPassword(errors);
    String name = username == null || username.isBlank() ? null : username.strip();
    if (name != null && !Username.isValid(name)) {
      errors.add(
          new FieldProblem(
              "username",
              "Use 3 to 32 letters, digits, dots, dashes or underscores, beginning with a letter or digit.",
              "format"));
    }
    if (!errors.isEmpty() || address.isEmpty() || checked == null) {
      throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
    }
    return new Parsed(address.get(), checked, name == null ? null : new Username(name));
  }

  private Optional<EmailAddress> parseEmail(List<FieldProblem> errors) {
    if (email == null || email.isBlank()) {
      errors.add(new FieldProblem("email", "The e-mail is missing.", "required"));
      return Optional.empty();
    }
    Optional<EmailAddress> address = EmailAddress.parse(email);
    if (address.isEmpty()) {
      errors.add(new FieldProblem("email", "This is not an e-mail address.", "format"));
    }
    return address;
  }

  private @Nullable Secret checkPassword(List<FieldProblem> errors) {
    if (password == null || password.isEmpty()) {
      errors.add(new FieldProblem("password", "The password is missing.", "required"));
      return null;
    }
    String text = password.reveal();
    int length = text.codePointCount(0, text.length());
    if (length < MIN_PASSWORD || length > MAX_PASSWORD) {
      errors.add(new FieldProblem("password", "Use 12 to 128 characters.", "size"));
      return null;
    }
    return password;
  }
}
