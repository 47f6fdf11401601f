package xyz.contentfactory.telegram.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import xyz.contentfactory.telegram.net.DcAddress;

/// Telegram's own addresses and public keys, as <https://my.telegram.org> and the clients publish
/// them. Only a beginning: `help.getConfig` tells the current addresses.
final class KnownNetworks {
  private static final int PORT = 443;

  private KnownNetworks() {}

  /// Facts of one network.
  record Facts(List<DcAddress> addresses, List<String> publicKeysPem, boolean test, int defaultDc) {
    TelegramNetwork as(AppCredentials app) {
      return TelegramNetwork.known(this, app);
    }
  }

  static Facts production() {
    return new Facts(
        List.of(
            new DcAddress(1, "149.154.175.53", PORT),
            new DcAddress(2, "149.154.167.50", PORT),
            new DcAddress(2, "149.154.167.51", PORT),
            new DcAddress(3, "149.154.175.100", PORT),
            new DcAddress(4, "149.154.167.91", PORT),
            new DcAddress(4, "149.154.167.92", PORT),
            new DcAddress(5, "149.154.171.5", PORT),
            new DcAddress(5, "91.108.56.130", PORT)),
        List.of(pem("production.pem")),
        false,
        2);
  }

  static Facts test() {
    return new Facts(
        List.of(
            new DcAddress(1, "149.154.175.10", PORT),
            new DcAddress(2, "149.154.167.40", PORT),
            new DcAddress(3, "149.154.175.117", PORT)),
        List.of(pem("test.pem")),
        true,
        2);
  }

  private static String pem(String name) {
    try (var in = KnownNetworks.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
