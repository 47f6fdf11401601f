package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// A login step was refused for a reason that the person can do something about.
public final class LoginRefused extends MtprotoException {
  /// What is wrong, in terms of what to do next.
  public enum Reason {
    PHONE_NUMBER_INVALID,
    PHONE_NUMBER_BANNED,
    /// No Telegram account has this number; we do not register people.
    PHONE_NUMBER_NOT_REGISTERED,
    CODE_INVALID,
    /// Start again with a new code.
    CODE_EXPIRED,
    PASSWORD_INVALID,
    /// Telegram wants a login e-mail set up first, in an official app.
    EMAIL_SETUP_NEEDED,
    /// There is no further way to send this code.
    RESEND_NOT_AVAILABLE,
    /// Telegram wants to be paid for the code (a number with costly SMS): log in with an official
    /// app.
    PAYMENT_NEEDED,
    /// No bot has this token, or BotFather has made another for it.
    BOT_TOKEN_INVALID,
    /// The installation's api_id or api_hash is not accepted.
    APP_CREDENTIALS_INVALID
  }

  private final Reason reason;
  private final @Nullable String telegramType;

  public LoginRefused(Reason reason, @Nullable String telegramType) {
    super("login refused: " + reason);
    this.reason = reason;
    this.telegramType = telegramType;
  }

  public Reason reason() {
    return reason;
  }

  /// Telegram's own name of the error; null when the refusal was not an error there.
  public @Nullable String telegramType() {
    return telegramType;
  }
}
