package xyz.contentfactory.user.factor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.attempt.Attempts.Subject;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Proofs;

/// Setting up the second factor. All changes need a fresh proof of who one is.
@RestController
@RequestMapping("/api/auth")
@Tag(name = "second-factor", description = "Codes of an authenticator app, and recovery codes")
public final class TotpController {
  private static final String ISSUER = "Content Factory";

  private final SecondFactors factors;
  private final Members members;
  private final Proofs proofs;
  private final Attempts attempts;

  public TotpController(SecondFactors factors, Members members, Proofs proofs, Attempts attempts) {
    this.factors = factors;
    this.members = members;
    this.proofs = proofs;
    this.attempts = attempts;
  }

  record TotpState(boolean on, int recoveryCodesLeft) {}

  /// @param secret Base32, to type where no camera is
  record TotpSetUp(
      String secret,
      @Schema(description = "otpauth:// address of the secret") String uri,
      @Schema(description = "the address as a QR code, an SVG document") String qrSvg) {
    @Override
    public String toString() {
      return "TotpSetUp(hidden)";
    }
  }

  record NewRecoveryCodes(@Schema(description = "shown this once") List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "NewRecoveryCodes(hidden)";
    }
  }

  record TotpCodeRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "123456")
          @Nullable String code) {
    String parse() {
      if (code == null || code.isBlank()) {
        throw wrong("The code is missing.", "required").asException();
      }
      if (!code.strip().matches("\\d{3}\\s?\\d{3}")) {
        throw wrong("A code has six digits.", "format").asException();
      }
      return code.strip();
    }

    static Problem wrong(String message, String errorCode) {
      return Problem.of(CommonProblem.INVALID_INPUT).withError("code", message, errorCode);
    }
  }

  @GetMapping("/totp")
  @Operation(operationId = "totp", summary = "Whether the second factor is on")
  TotpState state(Caller caller) {
    boolean on = factors.isOn(caller.memberId());
    return new TotpState(on, on ? factors.recoveryCodesLeft(caller.memberId()) : 0);
  }

  @PostMapping("/totp")
  @Operation(
      operationId = "beginTotp",
      summary = "Begin: a secret for the app, which counts once it is confirmed")
  @UserProblems({UserProblem.REAUTHENTICATION_NEEDED, UserProblem.TOTP_ON})
  TotpSetUp begin(Caller caller) {
    proofs.requireFresh(caller.session());
    Member member =
        members
            .find(caller.memberId())
            .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
    String secret = Base32.encode(factors.begin(caller.memberId()));
    String label = encoded(ISSUER) + ":" + encoded(member.email());
    String uri = "otpauth://totp/%s?secret=%s&issuer=%s".formatted(label, secret, encoded(ISSUER));
    return new TotpSetUp(secret, uri, QrCode.svg(uri));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @PostMapping("/totp/confirm")
  @Operation(
      operationId = "confirmTotp",
      summary = "Switch the second factor on with its first code; answers the recovery codes")
  @UserProblems({UserProblem.ACCOUNT_LOCKED, UserProblem.REAUTHENTICATION_NEEDED})
  NewRecoveryCodes confirm(
      @RequestBody TotpCodeRequest request, Caller caller, ClientAddress from) {
    proofs.requireFresh(caller.session());
    Subject subject = Subject.of("totp-confirm", caller.memberId());
    String code = request.parse();
    attempts.begin(subject);
    List<String> codes = factors.confirm(caller.memberId(), code, from);
    if (codes == null) {
      throw TotpCodeRequest.wrong("This is not the app's code at this moment.", "wrong")
          .asException();
    }
    attempts.forget(subject);
    return new NewRecoveryCodes(codes);
  }

  @DeleteMapping("/totp")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "switchTotpOff", summary = "Switch the second factor off")
  @UserProblems(UserProblem.REAUTHENTICATION_NEEDED)
  void switchOff(Caller caller, ClientAddress from) {
    proofs.requireFresh(caller.session());
    factors.switchOff(caller.memberId(), from);
  }

  @PostMapping("/recovery-codes")
  @Operation(operationId = "renewRecoveryCodes", summary = "New recovery codes; the old ones end")
  @UserProblems({UserProblem.REAUTHENTICATION_NEEDED, UserProblem.TOTP_OFF})
  NewRecoveryCodes renewCodes(Caller caller, ClientAddress from) {
    proofs.requireFresh(caller.session());
    return new NewRecoveryCodes(factors.renewRecoveryCodes(caller.memberId(), from));
  }
}
