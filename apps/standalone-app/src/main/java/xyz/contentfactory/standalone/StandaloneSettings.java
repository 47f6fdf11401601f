package xyz.contentfactory.standalone;

import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the environment asked for, checked and free of contradictions.
///
/// @param app null in the sandbox, which needs no registration
/// @param vault null when the keyring lies in its file in plain
/// @param privateProxies whether accounts may have proxies in private networks
/// @param sandboxHttpPort 0 for any free one; without meaning outside the sandbox
record StandaloneSettings(
    int httpPort,
    InetAddress bind,
    Path dataFolder,
    TelegramMode telegram,
    @Nullable AppCredentials app,
    int sandboxHttpPort,
    PeopleSettings people,
    EdgeSettings edge,
    MailAccess mail,
    int journalMonths,
    @Nullable VaultAccess vault,
    boolean privateProxies,
    ConnectPace connect) {

  /// Ports of the sandbox after its HTTP port: one a data centre.
  static final int DATA_CENTRES = 3;

  /// The same on another port.
  StandaloneSettings onPort(int port) {
    return new StandaloneSettings(
        port,
        bind,
        dataFolder,
        telegram,
        app,
        sandboxHttpPort,
        people,
        edge,
        mail,
        journalMonths,
        vault,
        privateProxies,
        connect);
  }

  boolean sandbox() {
    return telegram == TelegramMode.SANDBOX;
  }
}
