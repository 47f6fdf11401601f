package xyz.contentfactory.user.passkey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.UserAgent;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.attempt.Attempts.Subject;
import xyz.contentfactory.user.auth.Entrance;
import xyz.contentfactory.user.auth.TokenAnswer;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Proofs;
import xyz.contentfactory.user.session.SignInMethod;
import xyz.contentfactory.user.session.Visit;

/// Signing in, and proving oneself again, with a passkey.
@RestController
@RequestMapping("/api/auth/passkeys")
@Tag(name = "passkeys")
public final class PasskeySignInController {
  private final PasskeyDesk desk;
  private final Entrance entrance;
  private final Attempts attempts;
  private final Proofs proofs;

  public PasskeySignInController(
      PasskeyDesk desk, Entrance entrance, Attempts attempts, Proofs proofs) {
    this.desk = desk;
    this.entrance = entrance;
    this.attempts = attempts;
    this.proofs = proofs;
  }

  @PostMapping("/sign-in/options")
  @Operation(operationId = "passkeySignInOptions", summary = "Begin to sign in with a passkey")
  PasskeyDesk.Asked options() {
    return desk.askForSignature();
  }

  @PostMapping("/sign-in")
  @Operation(operationId = "passkeySignIn", summary = "Open a session with a passkey's signature")
  @UserProblems({
    UserProblem.ACCOUNT_LOCKED,
    UserProblem.MEMBER_BLOCKED,
    UserProblem.PASSKEY_INVALID
  })
  TokenAnswer signIn(@RequestBody PasskeyRequest request, ClientAddress from, UserAgent agent) {
    PasskeyAnswer answer = request.parse();
    Subject address = Subject.address(from);
    attempts.begin(address);
    UUID memberId = desk.signer(answer);
    attempts.takeBack(address);
    return TokenAnswer.of(entrance.open(memberId, SignInMethod.PASSKEY, Visit.of(from, agent)));
  }

  @PostMapping("/reauthenticate")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "passkeyReauthenticate",
      summary = "Prove who I am once more, with a passkey of mine")
  @UserProblems(UserProblem.PASSKEY_INVALID)
  void reauthenticate(@RequestBody PasskeyRequest request, Caller caller) {
    if (!desk.signer(request.parse()).equals(caller.memberId())) {
      throw ProblemException.of(UserProblem.PASSKEY_INVALID);
    }
    proofs.renew(caller.session());
  }
}
