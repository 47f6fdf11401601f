package xyz.contentfactory.user.registration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.invitation.InvitationToken;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.member.Username;
import xyz.contentfactory.user.password.PasswordRules;

/// What a person sends to register; `parse` gives what it means.
record RegisterRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email", maxLength = 254)
        @Nullable String email,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret password,
    @Schema(minLength = 3, maxLength = 32) @Nullable String username,
    @Schema(description = "A solved challenge of GET /api/auth/captcha, as base64")
        @Nullable String captcha,
    @Schema(description = "The token of an invitation's link") @Nullable Secret invitation,
    @Schema(description = "The language of the mail: en or ru") @Nullable String language) {
  /// A registration whose every part is valid.
  record Parsed(
      EmailAddress email,
      Secret password,
      @Nullable Username username,
      @Nullable String captcha,
      @Nullable InvitationToken invitation,
      MailLanguage language) {}

  Parsed parse(PasswordRules rules) {
    List<FieldProblem> errors = new ArrayList<>();
    Optional<EmailAddress> address = parseEmail(errors);
    Secret checked = checkPassword(rules, errors);
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
    return new Parsed(
        address.get(),
        checked,
        name == null ? null : new Username(name),
        captcha,
        invitation == null || invitation.isEmpty() ? null : new InvitationToken(invitation),
        MailLanguage.of(language));
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

  private @Nullable Secret checkPassword(PasswordRules rules, List<FieldProblem> errors) {
    Optional<FieldProblem> fault = rules.faultOf("password", password, email);
    fault.ifPresent(errors::add);
    return fault.isPresent() ? null : password;
  }
}
