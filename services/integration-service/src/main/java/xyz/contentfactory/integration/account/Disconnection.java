package xyz.contentfactory.integration.account;

import java.util.UUID;

/// Ends an account. A seam: the account's owner may be another process one day.
public interface Disconnection {
  /// Logs out at Telegram, erases the login, cancels what was planned. Blocks until done.
  void disconnect(UUID account);
}
