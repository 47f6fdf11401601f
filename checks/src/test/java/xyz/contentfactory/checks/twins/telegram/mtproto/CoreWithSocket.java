package xyz.contentfactory.checks.twins.telegram.mtproto;

import java.net.Socket;
import java.time.Instant;

/// The pure core with a socket and a clock of its own.
public record CoreWithSocket(Socket socket) {

  /// Asks the time instead of being told.
  public Instant now() {
    return Instant.now();
  }
}
