package xyz.contentfactory.telegram.mtproto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import xyz.contentfactory.telegram.crypto.Hashes;

/// 256 secret bytes shared with one data centre. Never printed: `toString` shows only the id, which
/// travels in clear with every packet anyway.
public final class AuthKey {
  public static final int BYTES = 256;

  private final byte[] secret;
  private final long id;
  private final long auxHash;

  private AuthKey(byte[] secret) {
    this.secret = secret;
    var hash = ByteBuffer.wrap(Hashes.sha1(secret)).order(ByteOrder.LITTLE_ENDIAN);
    this.auxHash = hash.getLong(0);
    this.id = hash.getLong(12);
  }

  /// Takes a copy of exactly 256 bytes.
  public static AuthKey of(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("an auth key has 256 bytes, not " + secret.length);
    }
    return new AuthKey(secret.clone());
  }

  /// The key id in the first eight bytes of a packet: which key opens it; 0 for a plain packet of
  /// the key exchange. Throws `ProtocolViolation` when the packet is too short to have one.
  public static long idIn(byte[] packet) {
    if (packet.length < Long.BYTES) {
      throw new ProtocolViolation("a packet of " + packet.length + " bytes has no key id");
    }
    return ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /// The lower 64 bits of the key's SHA-1, as in the first eight bytes of each packet.
  public long id() {
    return id;
  }

  /// The upper 64 bits of the key's SHA-1, used in the key exchange.
  public long auxHash() {
    return auxHash;
  }

  /// A copy of the secret, for storing it encrypted.
  public byte[] toByteArray() {
    return secret.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthKey key && id == key.id && Hashes.sameBytes(secret, key.secret);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  @Override
  public String toString() {
    return "AuthKey[id=%016x]".formatted(id);
  }
}
