package xyz.contentfactory.telegram.crypto;

import java.util.Arrays;
import java.util.Optional;

/// How the client's inner data travels under the server's RSA key: RSA_PAD of
/// <https://core.telegram.org/mtproto/auth_key>, and the older SHA-1 form that several clients
/// still send. Encryption is the client's half, decryption the server's.
public final class RsaPadding {
  private static final int DATA = 192;
  private static final int KEY = 32;
  private static final int HASH = 32;
  private static final int SHA1 = 20;
  private static final int MAX_DATA = 144;
  private static final int OLD_BLOCK = 255;
  private static final byte[] ZERO_IV = new byte[32];

  private RsaPadding() {}

  /// RSA_PAD: at most 144 bytes of data, 256 bytes out.
  public static byte[] encrypt(byte[] data, RsaPublicKey key, Entropy entropy) {
    if (data.length > MAX_DATA) {
      throw new IllegalArgumentException("RSA_PAD takes at most 144 bytes");
    }
    var padded = filled(data, DATA, entropy);
    while (true) {
      var block = sealed(padded, entropy.bytes(KEY));
      if (key.covers(block)) {
        return key.encrypt(block);
      }
    }
  }

  /// The padding of before 2021: SHA-1, data and random bytes, 255 in all.
  public static byte[] encryptOld(byte[] data, RsaPublicKey key, Entropy entropy) {
    if (data.length > OLD_BLOCK - SHA1) {
      throw new IllegalArgumentException("the old padding takes at most 235 bytes");
    }
    var block = new byte[OLD_BLOCK + 1];
    System.arraycopy(Hashes.sha1(data), 0, block, 1, SHA1);
    System.arraycopy(filled(data, OLD_BLOCK - SHA1, entropy), 0, block, 1 + SHA1, OLD_BLOCK - SHA1);
    return key.encrypt(block);
  }

  /// Opens either padding. The data may be followed by padding bytes, which a TL reader ignores;
  /// empty when neither padding fits.
  public static Optional<byte[]> decrypt(byte[] encrypted, RsaPrivateKey key) {
    if (encrypted.length > RsaPublicKey.BYTES || !key.publicKey().covers(encrypted)) {
      return Optional.empty();
    }
    var block = key.decrypt(encrypted);
    return opened(block).or(() -> openedOld(block));
  }

  private static byte[] sealed(byte[] padded, byte[] temporaryKey) {
    var hashed = Arrays.copyOf(reversed(padded), DATA + HASH);
    System.arraycopy(Hashes.sha256(temporaryKey, padded), 0, hashed, DATA, HASH);
    var encrypted = AesIge.encrypt(hashed, temporaryKey, ZERO_IV);
    var block = new byte[KEY + encrypted.length];
    var masked = Numbers.xor(temporaryKey, Hashes.sha256(encrypted));
    System.arraycopy(masked, 0, block, 0, KEY);
    System.arraycopy(encrypted, 0, block, KEY, encrypted.length);
    return block;
  }

  private static Optional<byte[]> opened(byte[] block) {
    var encrypted = Arrays.copyOfRange(block, KEY, block.length);
    var temporaryKey = Numbers.xor(Arrays.copyOf(block, KEY), Hashes.sha256(encrypted));
    var hashed = AesIge.decrypt(encrypted, temporaryKey, ZERO_IV);
    var padded = reversed(Arrays.copyOf(hashed, DATA));
    var hash = Arrays.copyOfRange(hashed, DATA, DATA + HASH);
    return Hashes.sameBytes(hash, Hashes.sha256(temporaryKey, padded))
        ? Optional.of(padded)
        : Optional.empty();
  }

  /// The old form does not say how long the data is; of the few possible lengths only the true one
  /// has the right hash.
  private static Optional<byte[]> openedOld(byte[] block) {
    if (block[0] != 0) {
      return Optional.empty();
    }
    var hash = Arrays.copyOfRange(block, 1, 1 + SHA1);
    for (int end = block.length - 3; end > 1 + SHA1; end -= 4) {
      var data = Arrays.copyOfRange(block, 1 + SHA1, end);
      if (Hashes.sameBytes(hash, Hashes.sha1(data))) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }

  private static byte[] filled(byte[] data, int length, Entropy entropy) {
    var filled = Arrays.copyOf(data, length);
    var random = entropy.bytes(length - data.length);
    System.arraycopy(random, 0, filled, data.length, random.length);
    return filled;
  }

  private static byte[] reversed(byte[] source) {
    var out = new byte[source.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = source[source.length - 1 - i];
    }
    return out;
  }
}
