package xyz.contentfactory.user.email;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.user.mail.MailLanguage;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;

/// A member's e-mail over HTTP.
@RestController
@RequestMapping("/api/auth/email")
@Tag(name = "email", description = "Confirm and change one's e-mail")
public final class EmailController {
  private final EmailConfirmations confirmations;
  private final EmailChanges changes;

  public EmailController(EmailConfirmations confirmations, EmailChanges changes) {
    this.confirmations = confirmations;
    this.changes = changes;
  }

  /// @param state whether this was all, or the other address has to agree too
  record Confirmation(FollowedLink state) {}

  @PostMapping("/confirm")
  @Operation(operationId = "confirmEmail", summary = "Follow the link of a mail; it counts once")
  @UserProblems(UserProblem.LINK_INVALID)
  Confirmation confirm(@RequestBody LinkRequest request, ClientAddress from) {
    return new Confirmation(
        confirmations.follow(request.parse(), MailLanguage.of(request.language()), from));
  }

  /// What a member may say when asking for a mail.
  record ResendRequest(@Nullable String language) {}

  @PostMapping("/resend")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "resendConfirmation",
      summary = "Mail the link again; one a minute and five an hour")
  void resend(@RequestBody(required = false) @Nullable ResendRequest request, Caller caller) {
    confirmations.askAgain(
        caller.memberId(), MailLanguage.of(request == null ? null : request.language()));
  }

  @PostMapping("/change")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "changeEmail",
      summary = "Use another e-mail, once both addresses have agreed")
  @UserProblems({
    UserProblem.ACCOUNT_LOCKED,
    UserProblem.CURRENT_PASSWORD_WRONG,
    UserProblem.REAUTHENTICATION_NEEDED
  })
  void change(@RequestBody ChangeEmailRequest request, Caller caller, ClientAddress from) {
    ChangeEmailRequest.Parsed parsed = request.parse();
    changes.ask(caller, parsed.email(), parsed.currentPassword(), parsed.language(), from);
  }
}
