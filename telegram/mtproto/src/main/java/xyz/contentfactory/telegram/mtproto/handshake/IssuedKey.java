package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import xyz.contentfactory.telegram.mtproto.AuthKey;

/// A key that the server's half of the key exchange has made with a client.
///
/// @param firstSalt the salt both sides derive from the nonces; the client may use it at first
/// @param dcOnWire the data centre the client believes it talks to, if it said so
/// @param expiresAt when a temporary key ends; empty for a permanent key
public record IssuedKey(
    AuthKey authKey, long firstSalt, OptionalInt dcOnWire, Optional<Instant> expiresAt) {
  @Override
  public String toString() {
    return "IssuedKey[" + authKey + "]";
  }
}
