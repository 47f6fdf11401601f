package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.List;
import xyz.contentfactory.telegram.net.DcAddress;
import xyz.contentfactory.telegram.tl.type.Config;
import xyz.contentfactory.telegram.tl.type.DcOption;

/// Where data centres listen: first what we were told, then what Telegram's configuration adds.
final class DcAddresses {
  private final List<DcAddress> given;
  private volatile List<DcAddress> learned = List.of();

  DcAddresses(List<DcAddress> given) {
    this.given = given;
  }

  List<DcAddress> of(int dc) {
    var known = new ArrayList<DcAddress>();
    given.stream().filter(address -> address.dc() == dc).forEach(known::add);
    learned.stream()
        .filter(address -> address.dc() == dc && !known.contains(address))
        .forEach(known::add);
    return known;
  }

  void learn(Config config) {
    learned =
        config.dcOptions().stream().filter(DcAddresses::usable).map(DcAddresses::address).toList();
  }

  private static boolean usable(DcOption option) {
    return !option.ipv6()
        && !option.mediaOnly()
        && !option.tcpoOnly()
        && !option.cdn()
        && option.secret() == null
        && option.id() > 0
        && option.id() < 1000
        && option.port() > 0
        && option.port() < 65_536
        && !option.ipAddress().isBlank();
  }

  private static DcAddress address(DcOption option) {
    return new DcAddress(option.id(), option.ipAddress(), option.port());
  }
}
