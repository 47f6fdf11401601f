package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import xyz.contentfactory.telegram.mtproto.AuthKey;

/// The end of a client's key exchange.
///
/// @param firstSalt the server salt to begin with
/// @param clockOffset the server's time minus ours
/// @param expiresAt when a temporary key ends, by our clock; empty for a permanent key
public record Established(
    AuthKey authKey, long firstSalt, Duration clockOffset, Optional<Instant> expiresAt)
    implements HandshakeStep {
  @Override
  public String toString() {
    return "Established[" + authKey + ", clockOffset=" + clockOffset + "]";
  }
}
