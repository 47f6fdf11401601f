package xyz.contentfactory.integration.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.telegram.client.LoginRefused;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// Sorts the library's exceptions (and everything else that can fail around a call) into what a
/// person is told.
public final class Failures {
  private static final Duration RECONNECT = Duration.ofSeconds(5);

  private Failures() {}

  public static Failure of(RuntimeException thrown) {
    return switch (thrown) {
      case LoginRefused refused -> ofLogin(refused);
      case RpcException rpc -> of(rpc.error());
      case ProxyFailed proxy -> ofProxy(proxy.reason());
      case MtprotoException lost when lost.getCause() instanceof ProxyFailed proxy ->
          ofProxy(proxy.reason());
      case MtprotoException ignored ->
          new Failure(
              CommonProblem.TEMPORARILY_UNAVAILABLE,
              "Telegram cannot be reached right now; try again in a moment.",
              null,
              RECONNECT);
      default ->
          new Failure(CommonProblem.INTERNAL, "Something went wrong on our side.", null, null);
    };
  }

  /// The way through the proxy does not lead to Telegram.
  public static Failure ofProxy(ProxyFailed.Reason reason) {
    TelegramProblem code =
        switch (reason) {
          case UNREACHABLE -> TelegramProblem.PROXY_UNREACHABLE;
          case FORBIDDEN -> TelegramProblem.PROXY_ADDRESS_FORBIDDEN;
          case LOGIN_REFUSED -> TelegramProblem.PROXY_LOGIN_REFUSED;
          case DESTINATION_REFUSED -> TelegramProblem.PROXY_DESTINATION_REFUSED;
          case NOT_A_PROXY -> TelegramProblem.PROXY_OF_ANOTHER_KIND;
          case NO_ANSWER -> TelegramProblem.PROXY_SILENT;
          case SECRET_REFUSED -> TelegramProblem.PROXY_SECRET_REFUSED;
          case NOT_TELEGRAM -> TelegramProblem.PROXY_LEADS_ELSEWHERE;
        };
    return new Failure(code, code.title(), null, null);
  }

  public static Failure of(RpcError error) {
    String type = error.type();
    return switch (error) {
      case RpcError.FloodWait wait ->
          new Failure(
              TelegramProblem.FLOOD_WAIT,
              "Telegram asks for a pause of " + wait.delay().toSeconds() + " seconds.",
              type,
              wait.delay());
      case RpcError.SlowMode slow ->
          new Failure(
              TelegramProblem.FLOOD_WAIT,
              "This chat takes the next message in " + slow.delay().toSeconds() + " seconds.",
              type,
              slow.delay());
      case RpcError.LoggedOut out ->
          new Failure(
              TelegramProblem.ACCOUNT_LOGGED_OUT,
              out.accountGone()
                  ? "Telegram has deleted or banned this account."
                  : "Telegram has ended this account's login; log in again.",
              type,
              null);
      case RpcError.KeyDuplicated ignored ->
          new Failure(
              TelegramProblem.ACCOUNT_LOGGED_OUT,
              "The login was used from two places and Telegram has ended it; log in again.",
              type,
              null);
      case RpcError.ServerFault ignored ->
          new Failure(
              TelegramProblem.TELEGRAM_FAULT,
              "Telegram has a fault on its side; try again later.",
              type,
              null);
      case RpcError.Refused ignored -> refused(type, type);
      case RpcError.PasswordNeeded ignored -> refused(type, type);
      case RpcError.Migrate ignored -> refused(type, type);
    };
  }

  public static Failure mediaGone(@Nullable String name) {
    String detail = "The file " + name + " is not kept here any more; hand it in again.";
    return new Failure(TelegramProblem.MEDIA_NOT_FOUND, detail, null, null);
  }

  private static Failure ofLogin(LoginRefused refused) {
    return refused(refused.reason().name(), refused.telegramType());
  }

  private static Failure refused(String name, @Nullable String type) {
    Refusals.Row row = Refusals.of(name);
    return new Failure(row.code(), row.detail(), type, null);
  }
}
