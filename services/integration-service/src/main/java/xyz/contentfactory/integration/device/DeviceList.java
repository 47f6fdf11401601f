package xyz.contentfactory.integration.device;

import java.util.List;
import java.util.UUID;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.Device;

/// Asks Telegram where an account is logged in. A seam: only the account's owner can ask.
public interface DeviceList {
  List<Device> devices(UUID account);

  /// Ends the account's login there.
  ///
  /// @throws ProblemException `device-not-found` when it is not logged in there
  void endDevice(UUID account, long hash);

  static Device find(List<Device> devices, long hash) {
    return devices.stream()
        .filter(device -> device.hash() == hash)
        .findFirst()
        .orElseThrow(() -> ProblemException.of(TelegramProblem.DEVICE_NOT_FOUND));
  }
}
