package xyz.contentfactory.telegram.net.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed.Reason;

/// Opens the way to a data centre along a route.
///
/// @param connectTimeout for the TCP connection, and for looking up a proxy's name
/// @param handshakeTimeout for all that a proxy has to say before it is out of the way
public record Dialler(
    Route route,
    Duration connectTimeout,
    Duration handshakeTimeout,
    InstantSource clock,
    Entropy entropy) {

  /// Blocks until the way is open, for at most two connect timeouts and a handshake timeout.
  ///
  /// @param socket not connected yet; closing it from another thread ends the dialling
  /// @param host the data centre's name or address; an MTProxy finds it by itself
  /// @throws ProxyFailed when the proxy does not lead there
  /// @throws IOException when the straight way does not
  public Pipe dial(Socket socket, String host, int port) throws IOException {
    var proxy = route.proxy();
    if (proxy == null) {
      socket.connect(new InetSocketAddress(host, port), millis(connectTimeout));
      return Pipe.over(socket);
    }
    reach(socket, proxy);
    try {
      var input = new HandshakeInput(socket, handshakeTimeout);
      return switch (proxy) {
        case Proxy.Socks5 socks -> Socks5Handshake.over(socket, input, socks.login(), host, port);
        case Proxy.HttpConnect http -> HttpHandshake.over(socket, input, http.login(), host, port);
        case Proxy.MtProxy mt -> disguised(socket, input, mt.secret());
      };
    } catch (IOException broken) {
      throw route.silence(broken) instanceof ProxyFailed silent
          ? silent
          : new ProxyFailed(Reason.NO_ANSWER, broken);
    }
  }

  private Pipe disguised(Socket socket, HandshakeInput input, MtProxySecret secret)
      throws IOException {
    return secret.kind() == MtProxySecret.Kind.FAKE_TLS
        ? FakeTls.over(socket, input, secret, clock.instant(), entropy)
        : Pipe.over(socket);
  }

  private void reach(Socket socket, Proxy proxy) {
    try {
      var address = allowed(NameLookup.of(proxy.host(), connectTimeout));
      socket.connect(new InetSocketAddress(address, proxy.port()), millis(connectTimeout));
    } catch (IOException unreachable) {
      throw new ProxyFailed(Reason.UNREACHABLE, unreachable);
    }
  }

  private InetAddress allowed(InetAddress[] addresses) {
    return Arrays.stream(addresses)
        .filter(route.rule()::allows)
        .findFirst()
        .orElseThrow(() -> new ProxyFailed(Reason.FORBIDDEN));
  }

  private static int millis(Duration timeout) {
    return Math.toIntExact(timeout.toMillis());
  }
}
