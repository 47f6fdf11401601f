package xyz.contentfactory.integration.network;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;

/// The way to Telegram. A seam: tests put a Telegram of their own behind it.
public interface TelegramGate {
  boolean isReady();

  /// Opens a client; it connects by itself.
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `temporarily-unavailable` until it is
  ///   ready
  TelegramClient open(@Nullable StoredLogin login, ClientListener listener);
}
