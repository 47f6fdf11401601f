package xyz.contentfactory.telegram.net.proxy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A proxy between us and Telegram. No `toString` shows what is secret.
public sealed interface Proxy {
  /// A name or an address, in ASCII.
  String host();

  int port();

  /// RFC 1928, with a name and password (RFC 1929) or without.
  record Socks5(String host, int port, @Nullable ProxyLogin login) implements Proxy {
    public Socks5 {
      Place.check(host, port);
    }
  }

  /// The method CONNECT of RFC 9110, with a name and password (Basic, RFC 7617) or without. What is
  /// between us and the proxy is not encrypted, except for what Telegram's own protocol encrypts.
  record HttpConnect(String host, int port, @Nullable ProxyLogin login) implements Proxy {
    public HttpConnect {
      Place.check(host, port);
      if (login != null && login.user().indexOf(':') >= 0) {
        throw new IllegalArgumentException("a name for an HTTP proxy has no colon");
      }
    }
  }

  /// Telegram's own kind, see <https://core.telegram.org/mtproto/mtproto-transports>.
  record MtProxy(String host, int port, MtProxySecret secret) implements Proxy {
    public MtProxy {
      Place.check(host, port);
    }
  }

  /// What a host and a port look like.
  final class Place {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,253}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private Place() {}

    public static boolean isHost(String host) {
      return NAME.matcher(host).matches() || isIpv6(host);
    }

    public static boolean isPort(int port) {
      return port > 0 && port < 65_536;
    }

    static boolean isIpv6(String host) {
      return host.indexOf(':') >= 0 && IPV6.matcher(host).matches();
    }

    private static void check(String host, int port) {
      if (!isHost(host) || !isPort(port)) {
        throw new IllegalArgumentException("a proxy has a host and a port from 1 to 65535");
      }
    }
  }
}
