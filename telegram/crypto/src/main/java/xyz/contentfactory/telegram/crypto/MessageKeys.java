package xyz.contentfactory.telegram.crypto;

import java.util.Arrays;

/// Message keys and the AES parameters made from them: MTProto 2 for everything, MTProto 1 for the
/// one message that binds a temporary key. See
/// <https://core.telegram.org/mtproto/description#defining-aes-key-and-initialization-vector>.
public final class MessageKeys {
  private MessageKeys() {}

  /// Who wrote the message; the two directions use different parts of the auth key.
  public enum From {
    CLIENT(0),
    SERVER(8);

    private final int x;

    From(int x) {
      this.x = x;
    }
  }

  /// The 16 bytes that name and authenticate a message: computed over the plaintext with its
  /// padding.
  public static byte[] messageKey(byte[] authKey, byte[] paddedPlain, From from) {
    var part = Arrays.copyOfRange(authKey, 88 + from.x, 120 + from.x);
    return Arrays.copyOfRange(Hashes.sha256(part, paddedPlain), 8, 24);
  }

  public static AesParameters aes(byte[] authKey, byte[] messageKey, From from) {
    int x = from.x;
    var a = Hashes.sha256(messageKey, Arrays.copyOfRange(authKey, x, x + 36));
    var b = Hashes.sha256(Arrays.copyOfRange(authKey, 40 + x, 76 + x), messageKey);
    var key = Bits.of(32).put(a, 0, 8).put(b, 8, 16).put(a, 24, 8).done();
    var iv = Bits.of(32).put(b, 0, 8).put(a, 8, 16).put(b, 24, 8).done();
    return new AesParameters(key, iv);
  }

  /// MTProto 1: the middle of SHA-1 over the plaintext without its padding.
  public static byte[] messageKeyV1(byte[] plain) {
    return Arrays.copyOfRange(Hashes.sha1(plain), 4, 20);
  }

  /// MTProto 1, used from the client only.
  public static AesParameters aesV1(byte[] authKey, byte[] messageKey) {
    var a = Hashes.sha1(messageKey, Arrays.copyOfRange(authKey, 0, 32));
    var b =
        Hashes.sha1(
            Arrays.copyOfRange(authKey, 32, 48), messageKey, Arrays.copyOfRange(authKey, 48, 64));
    var c = Hashes.sha1(Arrays.copyOfRange(authKey, 64, 96), messageKey);
    var d = Hashes.sha1(messageKey, Arrays.copyOfRange(authKey, 96, 128));
    var key = Bits.of(32).put(a, 0, 8).put(b, 8, 12).put(c, 4, 12).done();
    var iv = Bits.of(32).put(a, 8, 12).put(b, 0, 8).put(c, 16, 4).put(d, 0, 8).done();
    return new AesParameters(key, iv);
  }

  /// The parameters that protect the Diffie–Hellman halves of a key exchange.
  public static AesParameters aesOfNonces(byte[] newNonce, byte[] serverNonce) {
    var a = Hashes.sha1(newNonce, serverNonce);
    var b = Hashes.sha1(serverNonce, newNonce);
    var c = Hashes.sha1(newNonce, newNonce);
    var key = Bits.of(32).put(a, 0, 20).put(b, 0, 12).done();
    var iv = Bits.of(32).put(b, 12, 8).put(c, 0, 20).put(newNonce, 0, 4).done();
    return new AesParameters(key, iv);
  }

  /// Puts slices behind each other.
  private static final class Bits {
    private final byte[] out;
    private int at;

    private Bits(int length) {
      out = new byte[length];
    }

    static Bits of(int length) {
      return new Bits(length);
    }

    Bits put(byte[] source, int offset, int length) {
      System.arraycopy(source, offset, out, at, length);
      at += length;
      return this;
    }

    byte[] done() {
      return out;
    }
  }
}
