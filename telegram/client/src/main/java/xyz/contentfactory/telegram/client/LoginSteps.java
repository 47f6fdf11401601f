package xyz.contentfactory.telegram.client;

import java.util.List;
import xyz.contentfactory.telegram.client.LoginRefused.Reason;
import xyz.contentfactory.telegram.client.LoginStep.SignedIn;
import xyz.contentfactory.telegram.tl.method.auth.CancelCode;
import xyz.contentfactory.telegram.tl.method.auth.ImportBotAuthorization;
import xyz.contentfactory.telegram.tl.method.auth.ResendCode;
import xyz.contentfactory.telegram.tl.method.auth.SendCode;
import xyz.contentfactory.telegram.tl.method.auth.SignIn;
import xyz.contentfactory.telegram.tl.type.CodeSettings;
import xyz.contentfactory.telegram.tl.type.EmailVerificationCode;
import xyz.contentfactory.telegram.tl.type.auth.PlainSentCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCode;
import xyz.contentfactory.telegram.tl.type.auth.SentCodePaymentRequired;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeSuccess;

/// The steps of <https://core.telegram.org/api/auth>, and of its sisters by QR code and for bots.
final class LoginSteps implements Login {
  private final Calls calls;
  private final SignIns signIns;
  private final QrLogin qr;
  private final AppCredentials app;
  private final CloudPassword cloudPassword;

  LoginSteps(Calls calls, SignIns signIns, QrLogin qr, AppCredentials app) {
    this.calls = calls;
    this.signIns = signIns;
    this.qr = qr;
    this.app = app;
    this.cloudPassword = new CloudPassword(calls);
  }

  @Override
  public LoginStep sendCode(PhoneNumber phone) {
    calls.beginLogin();
    var settings = CodeSettings.builder().build();
    var question = new SendCode(phone.digits(), app.apiId(), app.apiHash().value(), settings);
    return SignIns.refusing(() -> step(restarted(question)));
  }

  @Override
  public LoginStep resendCode(PhoneNumber phone, String phoneCodeHash) {
    var question =
        ResendCode.builder().phoneNumber(phone.digits()).phoneCodeHash(phoneCodeHash).build();
    return SignIns.refusing(() -> step(calls.call(question)));
  }

  @Override
  public void cancelCode(PhoneNumber phone, String phoneCodeHash) {
    SignIns.refusing(() -> calls.call(new CancelCode(phone.digits(), phoneCodeHash)));
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
    return SignIns.refusing(() -> signIns.signedIn(cloudPassword.check(password)));
  }

  @Override
  public LoginStep showQr(List<Long> exceptUsers) {
    return qr.show(exceptUsers);
  }

  @Override
  public LoginStep nextQr(LoginStep.QrShown shown) {
    return qr.next(shown);
  }

  @Override
  public SignedIn signInBot(BotToken token) {
    calls.beginLogin();
    var question = new ImportBotAuthorization(0, app.apiId(), app.apiHash().value(), token.value());
    return SignIns.refusing(() -> signIns.signedIn(calls.call(question)));
  }

  private LoginStep signIn(SignIn question) {
    return signIns.unlessPasswordNeeded(() -> signIns.signedIn(calls.call(question)));
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
      case SentCodeSuccess success -> signIns.signedIn(success.authorization());
      case SentCodePaymentRequired _ -> throw new LoginRefused(Reason.PAYMENT_NEEDED, null);
    };
  }
}
