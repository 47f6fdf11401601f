package xyz.contentfactory.telegram.client;

import java.util.function.Supplier;
import xyz.contentfactory.telegram.client.LoginRefused.Reason;
import xyz.contentfactory.telegram.client.LoginStep.SignedIn;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.method.account.GetPassword;
import xyz.contentfactory.telegram.tl.method.auth.CancelCode;
import xyz.contentfactory.telegram.tl.method.auth.ResendCode;
import xyz.contentfactory.telegram.tl.method.auth.SendCode;
import xyz.contentfactory.telegram.tl.method.auth.SignIn;
import xyz.contentfactory.telegram.tl.type.CodeSettings;
import xyz.contentfactory.telegram.tl.type.EmailVerificationCode;
import xyz.contentfactory.telegram.tl.type.PlainUser;
import xyz.contentfactory.telegram.tl.type.auth.Authorization;
import xyz.contentfactory.telegram.tl.type.auth.AuthorizationSignUpRequired;
import xyz.contentfactory.telegram.tl.type.auth.PlainAuthorization;
import xyz.contentfactory.telegram.tl.type.auth.PlainSentCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCodePaymentRequired;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeSuccess;

/// The steps of <https://core.telegram.org/api/auth>.
final class CodeLogin implements Login {
  private final Calls calls;
  private final LoginKeeper keeper;
  private final AppCredentials app;
  private final CloudPassword cloudPassword;

  CodeLogin(Calls calls, LoginKeeper keeper, AppCredentials app) {
    this.calls = calls;
    this.keeper = keeper;
    this.app = app;
    this.cloudPassword = new CloudPassword(calls);
  }

  @Override
  public LoginStep sendCode(PhoneNumber phone) {
    calls.beginLogin();
    var settings = CodeSettings.builder().build();
    var question = new SendCode(phone.digits(), app.apiId(), app.apiHash().value(), settings);
    return refusing(() -> step(restarted(question)));
  }

  @Override
  public LoginStep resendCode(PhoneNumber phone, String phoneCodeHash) {
    var question =
        ResendCode.builder().phoneNumber(phone.digits()).phoneCodeHash(phoneCodeHash).build();
    return refusing(() -> step(calls.call(question)));
  }

  @Override
  public void cancelCode(PhoneNumber phone, String phoneCodeHash) {
    refusing(() -> calls.call(new CancelCode(phone.digits(), phoneCodeHash)));
  }

  @Override
  public LoginStep signIn(PhoneNumber phone, String phoneCodeHash, String code) {
    return signIn(
        SignIn.builder()
            .phoneNumber(phone.digits())
            .phoneCodeHash(phoneCodeHash)
            .phoneCode(code)
            .build());
  }

  @Override
  public LoginStep signInWithEmailCode(PhoneNumber phone, String phoneCodeHash, String code) {
    return signIn(
        SignIn.builder()
            .phoneNumber(phone.digits())
            .phoneCodeHash(phoneCodeHash)
            .emailVerification(new EmailVerificationCode(code))
            .build());
  }

  @Override
  public SignedIn checkPassword(char[] password) {
    return refusing(() -> signedIn(cloudPassword.check(password)));
  }

  private LoginStep signIn(SignIn question) {
    try {
      return refusing(() -> signedIn(calls.call(question)));
    } catch (RpcException refused) {
      if (refused.error() instanceof RpcError.PasswordNeeded) {
        return new LoginStep.PasswordNeeded(calls.call(new GetPassword()).hint());
      }
      throw refused;
    }
  }

  /// AUTH_RESTART means: the same again.
  private SentCode restarted(SendCode question) {
    try {
      return calls.call(question);
    } catch (RpcException failure) {
      if (failure.error().type().startsWith("AUTH_RESTART")) {
        return calls.call(question);
      }
      throw failure;
    }
  }

  private LoginStep step(SentCode answer) {
    return switch (answer) {
      case PlainSentCode sent -> SentCodes.read(sent);
      case SentCodeSuccess success -> signedIn(success.authorization());
      case SentCodePaymentRequired _ -> throw new LoginRefused(Reason.PAYMENT_NEEDED, null);
    };
  }

  private SignedIn signedIn(Authorization authorization) {
    return switch (authorization) {
      case PlainAuthorization granted when granted.user() instanceof PlainUser user -> {
        keeper.change(login -> login.withUser(user.id()));
        yield new SignedIn(Users.of(user));
      }
      case PlainAuthorization _ -> throw new ProtocolViolation("a login without a user");
      case AuthorizationSignUpRequired _ ->
          throw new LoginRefused(Reason.PHONE_NUMBER_NOT_REGISTERED, null);
    };
  }

  private static <T> T refusing(Supplier<T> step) {
    try {
      return step.get();
    } catch (RpcException failure) {
      var reason = LoginRefusals.reason(failure.error());
      if (reason == null) {
        throw failure;
      }
      throw new LoginRefused(reason, failure.error().type());
    }
  }
}
