package xyz.contentfactory.standalone;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the environment asked for, checked and free of contradictions.
///
/// @param app null in the sandbox, which needs no registration
/// @param sandboxHttpPort 0 for any free one; without meaning outside the sandbox
record StandaloneSettings(
    int httpPort,
    InetAddress bind,
    Path dataFolder,
    TelegramMode telegram,
    @Nullable AppCredentials app,
    int sandboxHttpPort) {

  /// Ports of the sandbox after its HTTP port: one a data centre.
  static final int DATA_CENTRES = 3;

  boolean sandbox() {
    return telegram == TelegramMode.SANDBOX;
  }
}
