package xyz.contentfactory.integration.account;

/// What an account is doing. Published in the API.
public enum AccountState {
  /// A process holds it and is making (or making again) the connection.
  CONNECTING,
  CONNECTED,
  /// Its proxy does not lead to Telegram; `stateReason` is the code of the problem. It is tried
  /// again and again, and never gone around.
  PROXY_FAILED,
  /// Telegram asked for a pause; `stateUntil` says until when.
  FLOOD_WAIT,
  /// Telegram has limited what the account may do.
  RESTRICTED,
  /// A person wants it to rest: nobody holds a connection for it, posts wait.
  PAUSED,
  /// The login is over; nothing is tried until a person logs in again.
  NEEDS_LOGIN,
  /// The account itself is gone.
  BANNED;

  /// Its login holds, as far as known.
  public boolean isAlive() {
    return this != NEEDS_LOGIN && this != BANNED;
  }
}
