package xyz.contentfactory.integration.delivery;

import java.util.UUID;

/// Tells the owner of an account that something is due. A seam: the owner may be another process
/// one day.
public interface DeliveryWake {
  /// Never waits.
  void wake(UUID account);
}
