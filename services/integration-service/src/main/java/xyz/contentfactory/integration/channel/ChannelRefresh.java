package xyz.contentfactory.integration.channel;

import java.util.UUID;

/// Asks Telegram what an account sees. A seam: the account's owner may be another process one day.
public interface ChannelRefresh {
  /// Blocks until the channels are stored.
  void refresh(UUID account);
}
