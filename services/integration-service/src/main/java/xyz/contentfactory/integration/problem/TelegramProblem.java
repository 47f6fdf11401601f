package xyz.contentfactory.integration.problem;

import org.springframework.http.HttpStatus;
import xyz.contentfactory.kit.problem.ProblemCode;

/// The failures that only this module's endpoints answer with.
public enum TelegramProblem implements ProblemCode {
  IDEMPOTENCY_KEY_MISSING(
      HttpStatus.BAD_REQUEST, "Send an Idempotency-Key of 1 to 128 characters."),
  TEXT_TOO_LONG(HttpStatus.BAD_REQUEST, "The text is longer than Telegram takes."),

  PHONE_NUMBER_UNREADABLE(HttpStatus.BAD_REQUEST, "This is no phone number with its country code."),
  PHONE_NUMBER_REPEATED(HttpStatus.BAD_REQUEST, "This number is under way already."),

  REAUTHENTICATION_NEEDED(HttpStatus.FORBIDDEN, "Prove once more who you are."),
  MEDIA_EMPTY(HttpStatus.BAD_REQUEST, "The file is empty."),
  MEDIA_UNREADABLE(HttpStatus.BAD_REQUEST, "The picture is damaged and cannot be read."),

  ACCOUNT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such account."),
  CHANNEL_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such channel."),
  LOGIN_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such login."),
  BATCH_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such list of numbers."),
  DELIVERY_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such delivery."),
  TOPIC_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such topic in this group."),
  DEVICE_NOT_FOUND(HttpStatus.NOT_FOUND, "The account is not logged in on this device."),

  MEDIA_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such file any more."),

  LOGIN_STEP_EXPIRED(HttpStatus.CONFLICT, "This login is over or at another step; start it anew."),
  LOGIN_INTERRUPTED(HttpStatus.CONFLICT, "It is not known whether Telegram has sent a code."),
  RESEND_NOT_AVAILABLE(HttpStatus.CONFLICT, "Telegram does not offer another code now."),
  ACCOUNT_ALREADY_CONNECTED(HttpStatus.CONFLICT, "This account is connected already."),
  ACCOUNT_LOGGED_OUT(HttpStatus.CONFLICT, "Telegram has ended this account's login; log in again."),
  ACCOUNT_PAUSED(HttpStatus.CONFLICT, "This account is paused; resume it first."),
  IDEMPOTENCY_KEY_REUSED(HttpStatus.CONFLICT, "This Idempotency-Key was used for another post."),

  POST_UNDER_WAY(HttpStatus.CONFLICT, "The post is under way just now; look again in a moment."),
  POST_NOT_CHANGEABLE(HttpStatus.CONFLICT, "That is not possible for a post in this state."),

  PHONE_NUMBER_INVALID(unprocessable(), "Telegram does not accept this phone number."),
  PHONE_NUMBER_BANNED(unprocessable(), "Telegram has banned this phone number."),
  PHONE_NUMBER_NOT_REGISTERED(unprocessable(), "There is no Telegram account with this number."),
  LOGIN_CODE_INVALID(unprocessable(), "The login code is not right."),
  LOGIN_CODE_EXPIRED(unprocessable(), "The login code is no longer valid."),
  CLOUD_PASSWORD_INVALID(unprocessable(), "The cloud password is not right."),
  BOT_TOKEN_INVALID(unprocessable(), "Telegram does not accept this bot token."),
  EMAIL_SETUP_NEEDED(unprocessable(), "Telegram wants a login e-mail set up for this account."),
  SESSION_UNREADABLE(unprocessable(), "This is not a session of a program that we know."),
  POST_NOT_ALLOWED(unprocessable(), "The account may not post in this channel."),
  SEND_AS_NOT_OFFERED(unprocessable(), "The account may not write as this channel here."),
  CHANGE_NOT_ALLOWED(unprocessable(), "The account may not change this post."),
  POST_GONE(unprocessable(), "The post does not stand in the channel any more."),
  TELEGRAM_REFUSED(unprocessable(), "Telegram refused the request."),

  PROXY_UNREACHABLE(unprocessable(), "The proxy cannot be reached; check its host and port."),
  PROXY_ADDRESS_FORBIDDEN(
      unprocessable(), "The proxy's address is in a network that is not allowed here."),
  PROXY_LOGIN_REFUSED(unprocessable(), "The proxy does not accept this name and password."),
  PROXY_DESTINATION_REFUSED(unprocessable(), "The proxy does not connect to Telegram."),
  PROXY_OF_ANOTHER_KIND(unprocessable(), "What answers there is no proxy of this kind."),
  PROXY_SILENT(unprocessable(), "The proxy takes the connection and gives no answer."),
  PROXY_SECRET_REFUSED(
      unprocessable(), "The proxy does not answer to this secret, or cannot reach Telegram."),
  PROXY_LEADS_ELSEWHERE(unprocessable(), "Something else than Telegram answers behind the proxy."),

  MEDIA_STORAGE_FULL(
      HttpStatus.INSUFFICIENT_STORAGE, "There is no room for more files on this server."),

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
