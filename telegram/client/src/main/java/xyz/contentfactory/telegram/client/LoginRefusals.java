package xyz.contentfactory.telegram.client;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.LoginRefused.Reason;

/// Telegram's names of what can be wrong with a login.
final class LoginRefusals {
  private static final Map<String, Reason> REASONS =
      Map.ofEntries(
          entry("PHONE_NUMBER_INVALID", Reason.PHONE_NUMBER_INVALID),
          entry("PHONE_NUMBER_BANNED", Reason.PHONE_NUMBER_BANNED),
          entry("USER_DEACTIVATED", Reason.PHONE_NUMBER_BANNED),
          entry("USER_DEACTIVATED_BAN", Reason.PHONE_NUMBER_BANNED),
          entry("PHONE_NUMBER_UNOCCUPIED", Reason.PHONE_NUMBER_NOT_REGISTERED),
          entry("PHONE_CODE_INVALID", Reason.CODE_INVALID),
          entry("PHONE_CODE_EMPTY", Reason.CODE_INVALID),
          entry("CODE_INVALID", Reason.CODE_INVALID),
          entry("PHONE_CODE_EXPIRED", Reason.CODE_EXPIRED),
          entry("PHONE_CODE_HASH_EMPTY", Reason.CODE_EXPIRED),
          entry("EMAIL_VERIFY_EXPIRED", Reason.CODE_EXPIRED),
          entry("PASSWORD_HASH_INVALID", Reason.PASSWORD_INVALID),
          entry("SEND_CODE_UNAVAILABLE", Reason.RESEND_NOT_AVAILABLE),
          entry("ACCESS_TOKEN_INVALID", Reason.BOT_TOKEN_INVALID),
          entry("ACCESS_TOKEN_EXPIRED", Reason.BOT_TOKEN_INVALID),
          entry("API_ID_INVALID", Reason.APP_CREDENTIALS_INVALID),
          entry("API_HASH_INVALID", Reason.APP_CREDENTIALS_INVALID),
          entry("API_ID_PUBLISHED_FLOOD", Reason.APP_CREDENTIALS_INVALID));

  private LoginRefusals() {}

  static @Nullable Reason reason(RpcError error) {
    return REASONS.get(error.type());
  }
}
