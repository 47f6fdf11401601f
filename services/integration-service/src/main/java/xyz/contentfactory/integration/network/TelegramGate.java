package xyz.contentfactory.integration.network;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.ForeignSession;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.Route;

/// The way to Telegram. A seam: tests put a Telegram of their own behind it.
public interface TelegramGate {
  boolean isReady();

  /// Opens a client; it connects by itself.
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `temporarily-unavailable` until it is
  ///   ready
  default TelegramClient open(@Nullable StoredLogin login, ClientListener listener) {
    return open(login, listener, null);
  }

  /// As above, for who has a proxy: everything goes through it or not at all.
  TelegramClient open(@Nullable StoredLogin login, ClientListener listener, @Nullable Proxy proxy);

  /// The way through this proxy, with what this installation allows.
  ///
  /// @param proxy null for the straight way
  Route route(@Nullable Proxy proxy);

  /// Asks Telegram through the proxy, without any login. Takes some seconds at most.
  ///
  /// @param dc the data centre that is wanted
  /// @return how long Telegram's answer took
  /// @throws xyz.contentfactory.telegram.net.proxy.ProxyFailed when it does not lead there
  /// @throws xyz.contentfactory.kit.problem.ProblemException `temporarily-unavailable` until it is
  ///   ready
  Duration roundTrip(Proxy proxy, int dc);

  /// The login as another program needs it to find this Telegram.
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `temporarily-unavailable` until it is
  ///   ready
  ForeignSession foreign(StoredLogin login, boolean bot);
}
