package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.RpcError.MigrateKind;

/// Reads `rpc_error` codes and types.
final class RpcErrors {
  private static final Pattern DELAY =
      Pattern.compile(
          "(FLOOD_WAIT|FLOOD_PREMIUM_WAIT|FLOOD_TEST_PHONE_WAIT|SLOWMODE_WAIT)_([0-9]{1,9})");
  private static final Pattern MIGRATE =
      Pattern.compile("(PHONE|USER|NETWORK|FILE|STATS)_MIGRATE_([1-9][0-9]{0,4})");

  /// A wait without a readable length still is a wait; a minute is a guess on the safe side.
  private static final Duration UNKNOWN_DELAY = Duration.ofMinutes(1);

  private RpcErrors() {}

  static RpcError parse(int code, String type) {
    var delayed = code == 420 ? delay(code, type) : null;
    if (delayed != null) {
      return delayed;
    }
    var migrate = MIGRATE.matcher(type);
    if (code == 303 && migrate.matches()) {
      var kind = MigrateKind.valueOf(migrate.group(1));
      return new RpcError.Migrate(code, type, kind, Integer.parseInt(migrate.group(2)));
    }
    return byCode(code, type);
  }

  private static @Nullable RpcError delay(int code, String type) {
    var match = DELAY.matcher(type);
    if (!match.matches()) {
      return type.contains("WAIT") ? new RpcError.FloodWait(code, type, UNKNOWN_DELAY) : null;
    }
    var delay = Duration.ofSeconds(Integer.parseInt(match.group(2)));
    return match.group(1).startsWith("SLOWMODE")
        ? new RpcError.SlowMode(code, type, delay)
        : new RpcError.FloodWait(code, type, delay);
  }

  private static RpcError byCode(int code, String type) {
    if (type.equals("SESSION_PASSWORD_NEEDED")) {
      return new RpcError.PasswordNeeded(code, type);
    }
    if (type.equals("AUTH_KEY_DUPLICATED")) {
      return new RpcError.KeyDuplicated(code, type);
    }
    // AUTH_KEY_PERM_EMPTY asks for a bound temporary key; the login itself is fine.
    if (code == 401 && !type.equals("AUTH_KEY_PERM_EMPTY")) {
      return new RpcError.LoggedOut(code, type);
    }
    // Some servers send the 5xx family with a minus.
    return Math.abs(code) >= 500
        ? new RpcError.ServerFault(code, type)
        : new RpcError.Refused(code, type);
  }
}
