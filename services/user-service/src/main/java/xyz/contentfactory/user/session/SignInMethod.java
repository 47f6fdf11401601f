package xyz.contentfactory.user.session;

import java.util.Locale;

/// How a session was opened.
public enum SignInMethod {
  PASSWORD,
  PASSWORD_AND_TOTP,
  PASSWORD_AND_RECOVERY_CODE,
  OIDC,
  OIDC_AND_TOTP,
  OIDC_AND_RECOVERY_CODE,
  PASSKEY;

  /// The name in the database, in JSON and in the audit trail: `password-and-totp`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public SignInMethod andTotp() {
    return valueOf(name() + "_AND_TOTP");
  }

  public SignInMethod andRecoveryCode() {
    return valueOf(name() + "_AND_RECOVERY_CODE");
  }
}
