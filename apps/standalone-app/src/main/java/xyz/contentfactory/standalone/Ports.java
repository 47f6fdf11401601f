package xyz.contentfactory.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Says at once that a port is taken, before anything is started for nothing.
final class Ports {

  private Ports() {}

  static void requireFree(StandaloneSettings settings) {
    requireFree(Variable.CF_HTTP_PORT, settings.bind(), settings.httpPort(), 0);
    if (settings.mail().smtp() == null) {
      requireFree(
          Variable.CF_MAIL_PORT,
          InetAddress.getLoopbackAddress(),
          settings.mail().mailboxPort(),
          0);
    }
    if (settings.sandbox()) {
      requireFree(
          Variable.CF_SANDBOX_HTTP_PORT,
          InetAddress.getLoopbackAddress(),
          settings.sandboxHttpPort(),
          StandaloneSettings.DATA_CENTRES);
    }
  }

  /// "Any free one" is chosen before anything is started, because links in mails name it.
  static StandaloneSettings chosen(StandaloneSettings settings) {
    if (settings.httpPort() != 0) {
      return settings;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(settings.bind(), 0));
      return settings.onPort(socket.getLocalPort());
    } catch (IOException none) {
      throw new StartRefused(
          "No port can be opened on %s.".formatted(settings.bind().getHostAddress()), none);
    }
  }

  private static void requireFree(
      Variable variable, InetAddress address, int first, int following) {
    if (first == 0) {
      return;
    }
    for (int port = first; port <= first + following; port++) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, port));
      } catch (IOException taken) {
        throw new StartRefused(
            "Port %d on %s is taken or not ours to open: free it, or set %s to another."
                .formatted(port, address.getHostAddress(), variable),
            taken);
      }
    }
  }
}
