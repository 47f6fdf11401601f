package xyz.contentfactory.telegram.client;

import java.time.Instant;
import java.util.List;
import xyz.contentfactory.telegram.tl.method.account.GetAuthorizations;
import xyz.contentfactory.telegram.tl.method.account.ResetAuthorization;
import xyz.contentfactory.telegram.tl.type.Authorization;

/// Where the account is logged in.
final class Devices {
  private Devices() {}

  static List<Device> all(Calls calls) {
    return calls.call(new GetAuthorizations()).authorizations().stream()
        .map(Devices::read)
        .toList();
  }

  static void end(Calls calls, long hash) {
    if (hash == 0) {
      throw new IllegalArgumentException("this device is ended by logging out");
    }
    calls.call(new ResetAuthorization(hash));
  }

  private static Device read(Authorization device) {
    return new Device(
        device.hash(),
        device.current(),
        device.officialApp(),
        device.deviceModel(),
        device.platform(),
        device.systemVersion(),
        device.appName(),
        device.appVersion(),
        Instant.ofEpochSecond(device.dateCreated()),
        Instant.ofEpochSecond(device.dateActive()),
        device.ip(),
        device.country());
  }
}
