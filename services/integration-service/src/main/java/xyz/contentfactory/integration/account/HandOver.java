package xyz.contentfactory.integration.account;

import java.util.UUID;

/// Gives an account to another member, with all that is planned through it. A seam, as
/// `Disconnection`.
public interface HandOver {
  /// The account goes on under the same auth key. Blocks until done.
  void handOver(UUID account, UUID heir);
}
