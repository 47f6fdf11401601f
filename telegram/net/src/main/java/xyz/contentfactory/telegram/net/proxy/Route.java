package xyz.contentfactory.telegram.net.proxy;

import org.jspecify.annotations.Nullable;

/// The way to Telegram: straight, or through a proxy. One that leads through a proxy never goes
/// around it.
///
/// @param proxy null for the straight way
/// @param rule where that proxy may be
public record Route(@Nullable Proxy proxy, AddressRule rule) {
  public static Route direct() {
    return new Route(null, AddressRule.anywhere());
  }

  public static Route through(Proxy proxy, AddressRule rule) {
    return new Route(proxy, rule);
  }

  /// What it means that the other side was silent from the beginning.
  public Throwable silence(Throwable met) {
    return switch (proxy) {
      case null -> met;
      case Proxy.MtProxy _ -> new ProxyFailed(ProxyFailed.Reason.SECRET_REFUSED, met);
      case Proxy.Socks5 _ -> new ProxyFailed(ProxyFailed.Reason.NO_ANSWER, met);
      case Proxy.HttpConnect _ -> new ProxyFailed(ProxyFailed.Reason.NO_ANSWER, met);
    };
  }

  @Override
  public String toString() {
    return "Route[" + (proxy == null ? "direct" : proxy) + "]";
  }
}
