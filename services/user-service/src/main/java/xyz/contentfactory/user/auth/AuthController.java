package xyz.contentfactory.user.auth;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.UserAgent;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Visit;

/// Sessions over HTTP.
@RestController
@RequestMapping("/api/auth")
@Tag(name = "auth", description = "Sign in, stay signed in, sign out")
public final class AuthController {
  private final SignIns signIns;
  private final Members members;

  public AuthController(SignIns signIns, Members members) {
    this.signIns = signIns;
    this.members = members;
  }

  @PostMapping("/login")
  @Operation(
      operationId = "login",
      summary = "Open a session",
      description = "With the header X-Session: cookie the tokens travel in HttpOnly cookies only.")
  @Parameter(
      name = "X-Session",
      in = ParameterIn.HEADER,
      schema = @Schema(type = "string", allowableValues = "cookie"))
  @UserProblems({
    UserProblem.ACCOUNT_LOCKED,
    UserProblem.MEMBER_BLOCKED,
    UserProblem.SECOND_FACTOR_NEEDED,
    UserProblem.WRONG_CREDENTIALS
  })
  TokenAnswer login(@RequestBody LoginRequest request, ClientAddress from, UserAgent agent) {
    return TokenAnswer.of(signIns.signIn(request.parse(), Visit.of(from, agent)));
  }

  @PostMapping("/refresh")
  @Operation(operationId = "refresh", summary = "Exchange a refresh token for the next pair")
  @UserProblems(UserProblem.REFRESH_TOKEN_INVALID)
  TokenAnswer refresh(
      @RequestBody(required = false) @Nullable RefreshRequest request, ClientAddress from) {
    return TokenAnswer.of(signIns.refresh(tokenOf(request), from));
  }

  private static Secret tokenOf(@Nullable RefreshRequest request) {
    Secret token = request == null ? null : request.refreshToken();
    if (token == null) {
      throw ProblemException.of(UserProblem.REFRESH_TOKEN_INVALID);
    }
    return token;
  }

  @PostMapping("/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "logout",
      summary = "End the session of the refresh token, or else of the access token")
  void logout(
      @RequestBody(required = false) @Nullable RefreshRequest request,
      @Nullable Caller caller,
      ClientAddress from) {
    Secret token = request == null ? null : request.refreshToken();
    if (token != null) {
      signIns.signOut(token, from);
    }
    UUID sessionId = caller == null ? null : caller.sessionId();
    if (caller != null && sessionId != null) {
      signIns.signOut(caller.memberId(), sessionId, from);
    }
  }

  @GetMapping("/me")
  @Operation(operationId = "me", summary = "Who am I")
  Member me(Caller caller) {
    return members
        .find(caller.memberId())
        .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
  }
}
