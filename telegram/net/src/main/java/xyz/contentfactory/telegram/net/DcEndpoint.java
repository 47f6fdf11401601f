package xyz.contentfactory.telegram.net;

import java.util.List;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.net.proxy.Route;

/// A data centre to connect to.
///
/// @param addresses tried in turn, attempt by attempt
/// @param serverKeys what it must prove itself with when a key is made
/// @param route the way there; a connection can be led another way later
public record DcEndpoint(
    DcId dc, List<DcAddress> addresses, List<RsaPublicKey> serverKeys, Route route) {
  public DcEndpoint {
    addresses = List.copyOf(addresses);
    serverKeys = List.copyOf(serverKeys);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("no address of data centre " + dc.number());
    }
  }

  /// On the straight way.
  public DcEndpoint(DcId dc, List<DcAddress> addresses, List<RsaPublicKey> serverKeys) {
    this(dc, addresses, serverKeys, Route.direct());
  }

  DcAddress address(int attempt) {
    return addresses.get(Math.floorMod(attempt, addresses.size()));
  }
}
