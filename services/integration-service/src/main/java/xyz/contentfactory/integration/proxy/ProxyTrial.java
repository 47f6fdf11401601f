package xyz.contentfactory.integration.proxy;

import java.time.InstantSource;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// Tries a proxy before anything is trusted to it.
public record ProxyTrial(TelegramGate gate, InstantSource clock) {

  /// Blocks while Telegram is asked through it, for some seconds at most.
  ///
  /// @param dc where the account lives
  /// @throws ProxyFailed when it does not lead to Telegram
  public TestedProxy of(Proxy proxy, int dc) {
    return new TestedProxy(proxy, clock.instant(), gate.roundTrip(proxy, dc));
  }
}
