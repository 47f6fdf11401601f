package xyz.contentfactory.integration.login;

import java.util.UUID;

/// Takes a newly connected account into service. A seam: another process may be its owner one day.
public interface AccountStart {
  /// Never waits.
  void start(UUID account);
}
