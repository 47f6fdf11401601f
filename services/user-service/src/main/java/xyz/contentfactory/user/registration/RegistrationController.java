package xyz.contentfactory.user.registration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.user.captcha.Captcha;
import xyz.contentfactory.user.captcha.CaptchaChallenge;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.password.PasswordRules;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;

/// Registration over HTTP.
@RestController
@RequestMapping("/api/auth")
@Tag(name = "registration", description = "Become a member")
public final class RegistrationController {
  private final Registrations registrations;
  private final Captcha captcha;
  private final PasswordRules rules;

  public RegistrationController(Registrations registrations, Captcha captcha, PasswordRules rules) {
    this.registrations = registrations;
    this.rules = rules;
    this.captcha = captcha;
  }

  @GetMapping("/registration")
  @Operation(operationId = "registration", summary = "Who may register, and what it takes")
  RegistrationState state() {
    return registrations.state();
  }

  @GetMapping("/captcha")
  @Operation(
      operationId = "captcha",
      summary = "A new proof-of-work challenge, as clients of ALTCHA know it")
  CaptchaChallenge challenge() {
    return captcha.challenge();
  }

  @PostMapping("/register")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "register", summary = "Become a member; the first one is admin")
  @UserProblems({
    UserProblem.CAPTCHA_INVALID,
    UserProblem.EMAIL_TAKEN,
    UserProblem.INVITATION_INVALID,
    UserProblem.REGISTRATION_CLOSED,
    UserProblem.USERNAME_TAKEN
  })
  Member register(@RequestBody RegisterRequest request, ClientAddress from) {
    return registrations.register(request.parse(rules), from);
  }
}
