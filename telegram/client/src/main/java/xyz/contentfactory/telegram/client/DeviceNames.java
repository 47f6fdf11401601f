package xyz.contentfactory.telegram.client;

/// How this installation shows in the account's list of devices.
public record DeviceNames(
    String deviceModel, String systemVersion, String appVersion, String languageCode) {
  public DeviceNames {
    if (deviceModel.isBlank() || systemVersion.isBlank() || appVersion.isBlank()) {
      throw new IllegalArgumentException("device names must not be empty");
    }
  }

  static DeviceNames ours() {
    return new DeviceNames("Content Factory", System.getProperty("os.name", "Server"), "0.1", "en");
  }
}
