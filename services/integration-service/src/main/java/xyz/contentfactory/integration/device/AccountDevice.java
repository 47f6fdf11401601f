package xyz.contentfactory.integration.device;

import java.time.Instant;
import xyz.contentfactory.telegram.client.Device;

/// A device or program that an account is logged in on, as the API shows it.
///
/// @param id as text: it does not fit the numbers of JavaScript; `0` is Content Factory itself
/// @param official one of Telegram's own apps
record AccountDevice(
    String id,
    boolean current,
    boolean official,
    String model,
    String platform,
    String systemVersion,
    String appName,
    String appVersion,
    Instant createdAt,
    Instant activeAt,
    String ip,
    String country) {

  static AccountDevice of(Device device) {
    return new AccountDevice(
        Long.toString(device.hash()),
        device.current(),
        device.official(),
        device.model(),
        device.platform(),
        device.systemVersion(),
        device.appName(),
        device.appVersion(),
        device.createdAt(),
        device.activeAt(),
        device.ip(),
        device.country());
  }
}
