package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchange;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchangeSettings;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed.Reason;

/// Finds out whether a proxy leads to Telegram: one connection, one question in clear
/// (`req_pq_multi`), and the end. No key is used or made.
public final class RouteProbe {
  private RouteProbe() {}

  /// Blocks for at most two connect timeouts (a name, a connection) and two handshake timeouts (the
  /// proxy's own words, Telegram's answer).
  ///
  /// @param endpoint with a route through a proxy; its first address is asked
  /// @return how long Telegram's answer took, once the way was open
  /// @throws ProxyFailed when the proxy does not lead there
  public static Duration run(DcEndpoint endpoint, ConnectionSettings settings) {
    if (endpoint.route().proxy() == null) {
      throw new IllegalArgumentException("a way without a proxy has nothing to try");
    }
    try (var socket = new Socket()) {
      return ask(socket, endpoint, settings);
    } catch (IOException broken) {
      throw new ProxyFailed(Reason.NO_ANSWER, broken);
    } catch (ProtocolViolation | SecurityCheckFailed foreign) {
      throw new ProxyFailed(Reason.NOT_TELEGRAM, foreign);
    }
  }

  private static Duration ask(Socket socket, DcEndpoint endpoint, ConnectionSettings settings)
      throws IOException {
    socket.setTcpNoDelay(true);
    var route = endpoint.route();
    var address = endpoint.address(0);
    var pipe = settings.dialler(route).dial(socket, address.host(), address.port());
    var framing = settings.framingOn(route, endpoint.dc());
    var packets = new FirstPackets(pipe, framing, settings.handshakeTimeout());
    var wanted =
        KeyExchangeSettings.permanent(endpoint.serverKeys(), endpoint.dc(), settings.entropy());
    var question = KeyExchange.start(wanted, settings.clock().instant());
    var began = System.nanoTime();
    try {
      pipe.write(framing.opening());
      packets.send(question.packet());
      question.check(packets.receive());
      return Duration.ofNanos(System.nanoTime() - began);
    } catch (IOException broken) {
      if (pipe.heard()) {
        throw new ProxyFailed(Reason.NOT_TELEGRAM, broken);
      }
      if (route.silence(broken) instanceof ProxyFailed silent) {
        throw silent;
      }
      throw broken;
    }
  }
}
