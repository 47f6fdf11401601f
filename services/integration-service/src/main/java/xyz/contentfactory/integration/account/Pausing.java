package xyz.contentfactory.integration.account;

import java.util.UUID;

/// Lets an account rest and takes it up again. A seam: its owner may be another process.
public interface Pausing {
  /// Nobody holds a connection for it any more when this returns; its posts wait.
  void pause(UUID account);

  /// What Telegram had asked for before the pause is still obeyed.
  void resume(UUID account);
}
