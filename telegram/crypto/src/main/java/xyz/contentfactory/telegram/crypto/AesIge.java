package xyz.contentfactory.telegram.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256 (or 128) in infinite garble extension mode. The initialisation vector is 32 bytes: the
/// block before the first ciphertext block, then the block before the first plaintext block.
///
/// IGE is c_i = E(p_i ⊕ c_{i−1}) ⊕ p_{i−1}. Encryption rides the JDK's CBC intrinsic: with d_i =
/// c_i ⊕ p_{i−1}, plain CBC over q_i = p_i ⊕ p_{i−2} yields d_i. Decryption feeds each output into
/// the next input, which no JDK mode does, so it goes block by block.
public final class AesIge {
  private static final int BLOCK = 16;

  private AesIge() {}

  /// Encrypts whole blocks; the result is as long as the data.
  public static byte[] encrypt(byte[] data, byte[] key, byte[] iv) {
    checkSizes(data, iv);
    var work = data.clone();
    for (int i = 2 * BLOCK; i < data.length; i++) {
      work[i] ^= data[i - 2 * BLOCK];
    }
    for (int i = BLOCK; i < Math.min(2 * BLOCK, data.length); i++) {
      work[i] ^= iv[i];
    }
    cbcEncryptInPlace(work, key, iv);
    for (int i = 0; i < Math.min(BLOCK, data.length); i++) {
      work[i] ^= iv[BLOCK + i];
    }
    for (int i = BLOCK; i < data.length; i++) {
      work[i] ^= data[i - BLOCK];
    }
    return work;
  }

  /// Decrypts whole blocks; the result is as long as the data and not authenticated in any way.
  public static byte[] decrypt(byte[] data, byte[] key, byte[] iv) {
    checkSizes(data, iv);
    var plain = new byte[data.length];
    var block = new byte[BLOCK];
    try {
      var aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
      for (int at = 0; at < data.length; at += BLOCK) {
        var before = at == 0 ? iv : plain;
        int beforeAt = at == 0 ? BLOCK : at - BLOCK;
        for (int i = 0; i < BLOCK; i++) {
          block[i] = (byte) (data[at + i] ^ before[beforeAt + i]);
        }
        aes.update(block, 0, BLOCK, plain, at);
        var earlier = at == 0 ? iv : data;
        int earlierAt = at == 0 ? 0 : at - BLOCK;
        for (int i = 0; i < BLOCK; i++) {
          plain[at + i] ^= earlier[earlierAt + i];
        }
      }
      return plain;
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("AES refused a key of " + key.length + " bytes", unusable);
    }
  }

  private static void cbcEncryptInPlace(byte[] work, byte[] key, byte[] iv) {
    try {
      var aes = Cipher.getInstance("AES/CBC/NoPadding");
      aes.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv, 0, BLOCK));
      int written = aes.doFinal(work, 0, work.length, work, 0);
      if (written != work.length) {
        throw new ShortBufferException("CBC wrote " + written + " of " + work.length);
      }
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("AES refused a key of " + key.length + " bytes", unusable);
    }
  }

  private static void checkSizes(byte[] data, byte[] iv) {
    if (data.length % BLOCK != 0) {
      throw new IllegalArgumentException("whole blocks only, not " + data.length + " bytes");
    }
    if (iv.length != 2 * BLOCK) {
      throw new IllegalArgumentException("the vector has 32 bytes, not " + iv.length);
    }
  }
}
