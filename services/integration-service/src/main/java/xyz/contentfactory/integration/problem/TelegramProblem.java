package xyz.contentfactory.integration.problem;

import org.springframework.http.HttpStatus;
import xyz.contentfactory.kit.problem.ProblemCode;

/// The failures that only this module's endpoints answer with.
public enum TelegramProblem implements ProblemCode {
  IDEMPOTENCY_KEY_MISSING(
      HttpStatus.BAD_REQUEST, "Send an Idempotency-Key of 1 to 128 characters."),
  TEXT_TOO_LONG(HttpStatus.BAD_REQUEST, "The text is longer than Telegram takes."),

  ACCOUNT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such account."),
  CHANNEL_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such channel."),
  LOGIN_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such login."),
  DELIVERY_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such delivery."),

  LOGIN_STEP_EXPIRED(HttpStatus.CONFLICT, "This login is over or at another step; start it anew."),
  RESEND_NOT_AVAILABLE(HttpStatus.CONFLICT, "Telegram does not offer another code now."),
  ACCOUNT_ALREADY_CONNECTED(HttpStatus.CONFLICT, "This account is connected already."),
  ACCOUNT_LOGGED_OUT(HttpStatus.CONFLICT, "Telegram has ended this account's login; log in again."),
  IDEMPOTENCY_KEY_REUSED(HttpStatus.CONFLICT, "This Idempotency-Key was used for another post."),

  PHONE_NUMBER_INVALID(unprocessable(), "Telegram does not accept this phone number."),
  PHONE_NUMBER_BANNED(unprocessable(), "Telegram has banned this phone number."),
  PHONE_NUMBER_NOT_REGISTERED(unprocessable(), "There is no Telegram account with this number."),
  LOGIN_CODE_INVALID(unprocessable(), "The login code is not right."),
  LOGIN_CODE_EXPIRED(unprocessable(), "The login code is no longer valid."),
  CLOUD_PASSWORD_INVALID(unprocessable(), "The cloud password is not right."),
  EMAIL_SETUP_NEEDED(unprocessable(), "Telegram wants a login e-mail set up for this account."),
  POST_NOT_ALLOWED(unprocessable(), "The account may not post in this channel."),
  TELEGRAM_REFUSED(unprocessable(), "Telegram refused the request."),

  FLOOD_WAIT(HttpStatus.TOO_MANY_REQUESTS, "Telegram asks this account to wait."),
  TELEGRAM_FAULT(HttpStatus.BAD_GATEWAY, "Telegram did not answer as it should.");

  private final HttpStatus status;
  private final String title;

  TelegramProblem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  private static HttpStatus unprocessable() {
    return HttpStatus.UNPROCESSABLE_CONTENT;
  }

  @Override
  public HttpStatus status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
