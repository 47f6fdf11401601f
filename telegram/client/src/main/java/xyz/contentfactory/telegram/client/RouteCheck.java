package xyz.contentfactory.telegram.client;

import java.time.Duration;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.net.ConnectionSettings;
import xyz.contentfactory.telegram.net.DcEndpoint;
import xyz.contentfactory.telegram.net.RouteProbe;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.Route;

/// Tries a way through a proxy before an account is trusted to it. No login is touched.
public final class RouteCheck {
  private RouteCheck() {}

  /// Blocks for a few times the patience at most: a name, a connection, the proxy, Telegram.
  ///
  /// @param dc the data centre that the account lives on; the default one when we have no address
  ///   of it
  /// @return how long Telegram took to answer through the proxy
  /// @throws ProxyFailed with the reason, when it does not lead to Telegram
  public static Duration roundTrip(
      TelegramNetwork network, int dc, Route route, Duration patience) {
    var known = new DcAddresses(network.addresses());
    var number = known.of(dc).isEmpty() ? network.defaultDc() : dc;
    var id = network.test() ? new DcId(number).asTest() : new DcId(number);
    var keys = network.publicKeysPem().stream().map(RsaPublicKey::fromPem).toList();
    return RouteProbe.run(
        new DcEndpoint(id, known.of(number), keys, route),
        ConnectionSettings.standard(network.clock(), Entropy.secure())
            .withTimeouts(patience, patience));
  }
}
