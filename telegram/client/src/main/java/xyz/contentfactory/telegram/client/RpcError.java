package xyz.contentfactory.telegram.client;

import java.time.Duration;

/// Telegram's error answers, sorted by what the caller can do.
///
/// See <https://core.telegram.org/api/errors>.
public sealed interface RpcError {
  int code();

  /// Telegram's own name, such as `FLOOD_WAIT_42`.
  String type();

  /// The method (or the account) may not be used for a while. Never slept by the library unless
  /// asked.
  record FloodWait(int code, String type, Duration delay) implements RpcError {}

  /// This chat takes a message only once in a while.
  record SlowMode(int code, String type, Duration delay) implements RpcError {}

  /// Repeat on another data centre. The client does so itself when the main data centre moves, so a
  /// caller sees only the kinds of files and statistics.
  record Migrate(int code, String type, MigrateKind kind, int dc) implements RpcError {}

  /// Signing in needs the cloud password.
  record PasswordNeeded(int code, String type) implements RpcError {}

  /// The login is over (revoked, expired, the account deleted or banned).
  record LoggedOut(int code, String type) implements RpcError {
    /// The account itself is gone or banned; logging in again will not help.
    public boolean accountGone() {
      return type.startsWith("USER_DEACTIVATED");
    }
  }

  /// The auth key was used from two places and is dead: log in again.
  record KeyDuplicated(int code, String type) implements RpcError {}

  /// Telegram says no; repeating the same call will not help.
  record Refused(int code, String type) implements RpcError {}

  /// A fault on Telegram's side; may be repeated later.
  record ServerFault(int code, String type) implements RpcError {}

  /// What moves.
  enum MigrateKind {
    PHONE,
    USER,
    NETWORK,
    FILE,
    STATS
  }

  /// Sorts an error by its code and type.
  static RpcError of(int code, String type) {
    return RpcErrors.parse(code, type);
  }
}
