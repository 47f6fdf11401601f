package xyz.contentfactory.integration.proxy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// A proxy that has led to Telegram.
///
/// @param roundTrip how long Telegram's answer took through it
public record TestedProxy(Proxy proxy, Instant testedAt, Duration roundTrip) {

  /// The line that says that an account goes through it from now on.
  public Act taken(UUID member, UUID account) {
    return Act.ok(member, account, LogKind.PROXY_SET)
        .withDetail(ProxyView.place(proxy))
        .took(roundTrip);
  }
}
