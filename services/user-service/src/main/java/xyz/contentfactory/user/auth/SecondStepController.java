package xyz.contentfactory.user.auth;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
import xyz.contentfactory.kit.identity.UserAgent;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Visit;

/// What comes after a password: the second factor of a sign-in, and the password once more.
@RestController
@RequestMapping("/api/auth")
@Tag(name = "auth")
public final class SecondStepController {
  private final Entrance entrance;
  private final Reauthentication reauthentication;

  public SecondStepController(Entrance entrance, Reauthentication reauthentication) {
    this.entrance = entrance;
    this.reauthentication = reauthentication;
  }

  record ReauthenticateRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Secret currentPassword) {}

  @PostMapping("/login/second-factor")
  @Operation(
      operationId = "loginSecondFactor",
      summary = "Finish a sign-in that was answered with second-factor-needed")
  @UserProblems({
    UserProblem.ACCOUNT_LOCKED,
    UserProblem.MEMBER_BLOCKED,
    UserProblem.SECOND_FACTOR_EXPIRED,
    UserProblem.SECOND_FACTOR_INVALID
  })
  TokenAnswer secondFactor(
      @RequestBody SecondFactorRequest request, ClientAddress from, UserAgent agent) {
    return TokenAnswer.of(entrance.afterSecondFactor(request.parse(), Visit.of(from, agent)));
  }

  @PostMapping("/reauthenticate")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "reauthenticate",
      summary = "Prove who I am once more, for what reauthentication-needed was answered to")
  @UserProblems(UserProblem.ACCOUNT_LOCKED)
  void reauthenticate(
      @RequestBody ReauthenticateRequest request, Caller caller, ClientAddress from) {
    reauthentication.byPassword(caller, request.currentPassword(), from);
  }
}
