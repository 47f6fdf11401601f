package xyz.contentfactory.telegram.net.proxy;

import java.net.InetAddress;

/// Where a proxy may be. Asked about the address that is then dialled, each time anew: a name that
/// changes its mind between the two does not get past it.
@FunctionalInterface
public interface AddressRule {
  boolean allows(InetAddress address);

  static AddressRule anywhere() {
    return address -> true;
  }
}
