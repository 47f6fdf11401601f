package xyz.contentfactory.user.recovery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.link.LinkToken;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.member.EmailAddress;
import xyz.contentfactory.user.password.PasswordRules;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;

/// New passwords over HTTP.
@RestController
@RequestMapping("/api/auth/password")
@Tag(name = "password", description = "Forgotten and changed passwords")
public final class PasswordController {
  private final PasswordResets resets;
  private final PasswordChanges changes;
  private final PasswordRules rules;

  public PasswordController(PasswordResets resets, PasswordChanges changes, PasswordRules rules) {
    this.resets = resets;
    this.changes = changes;
    this.rules = rules;
  }

  record ForgotRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email") @Nullable String email,
      @Nullable String language) {}

  @PostMapping("/forgot")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "forgotPassword",
      summary = "Mail a link to choose a new password; the answer is the same for every address")
  void forgot(@RequestBody ForgotRequest request) {
    Optional<EmailAddress> email =
        request.email() == null ? Optional.empty() : EmailAddress.parse(request.email());
    if (email.isEmpty()) {
      throw refused(new FieldProblem("email", "This is not an e-mail address.", "format"));
    }
    resets.ask(email.get(), MailLanguage.of(request.language()));
  }

  record ResetRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret token,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret password,
      @Nullable String language) {}

  @PostMapping("/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "resetPassword",
      summary = "Set a new password by the link of a mail; all sessions end")
  @UserProblems(UserProblem.LINK_INVALID)
  void reset(@RequestBody ResetRequest request, ClientAddress from) {
    Secret token = required("token", request.token());
    Secret password = required("password", request.password());
    rules
        .faultOf("password", password, null)
        .ifPresent(fault -> {
          throw refused(fault);
        });
    resets.reset(new LinkToken(token), password, MailLanguage.of(request.language()), from);
  }

  record ChangeRequest(
      @Schema(description = "Not needed by who has none; they need a fresh proof")
          @Nullable Secret currentPassword,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret newPassword,
      @Nullable String language) {}

  @PostMapping("/change")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "changePassword",
      summary = "Replace or choose one's password; one's other sessions end")
  @UserProblems({
    UserProblem.ACCOUNT_LOCKED,
    UserProblem.CURRENT_PASSWORD_WRONG,
    UserProblem.REAUTHENTICATION_NEEDED
  })
  void change(@RequestBody ChangeRequest request, Caller caller, ClientAddress from) {
    changes.change(
        caller,
        request.currentPassword(),
        required("newPassword", request.newPassword()),
        MailLanguage.of(request.language()),
        from);
  }

  private static Secret required(String field, @Nullable Secret value) {
    if (value == null || value.isEmpty()) {
      throw refused(new FieldProblem(field, "This is missing.", "required"));
    }
    return value;
  }

  private static RuntimeException refused(FieldProblem fault) {
    return Problem.of(CommonProblem.INVALID_INPUT)
        .withError(fault.field(), fault.message(), fault.code())
        .asException();
  }
}
