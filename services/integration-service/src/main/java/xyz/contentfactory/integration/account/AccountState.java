package xyz.contentfactory.integration.account;

/// What an account is doing. Published in the API.
public enum AccountState {
  /// A process holds it and is making (or making again) the connection.
  CONNECTING,
  CONNECTED,
  /// Telegram asked for a pause; `stateUntil` says until when.
  FLOOD_WAIT,
  /// Telegram has limited what the account may do.
  RESTRICTED,
  /// The login is over; nothing is tried until a person logs in again.
  NEEDS_LOGIN,
  /// The account itself is gone.
  BANNED;

  /// Somebody has to hold a connection for it.
  public boolean isAlive() {
    return this != NEEDS_LOGIN && this != BANNED;
  }
}
