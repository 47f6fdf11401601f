package xyz.contentfactory.telegram.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// The digests MTProto is made of. Each hashes its parts one after the other, without copying them
/// together first.
public final class Hashes {
  private static final int PBKDF2_BLOCK = 64;

  private Hashes() {}

  public static byte[] sha1(byte[]... parts) {
    return digest("SHA-1", parts);
  }

  public static byte[] sha256(byte[]... parts) {
    return digest("SHA-256", parts);
  }

  public static byte[] sha512(byte[]... parts) {
    return digest("SHA-512", parts);
  }

  public static byte[] hmacSha512(byte[] key, byte[]... parts) {
    var mac = hmac(key);
    for (var part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  /// PBKDF2 with HMAC-SHA-512 and one block (64 bytes) of output, which is all that SRP takes. The
  /// JDK's own refuses a password of arbitrary bytes, and here the password is a digest.
  public static byte[] pbkdf2Sha512(byte[] password, byte[] salt, int iterations) {
    return pbkdf2Sha512(password, salt, iterations, PBKDF2_BLOCK);
  }

  /// The same with more output.
  ///
  /// @param length in bytes, whole blocks of 64
  public static byte[] pbkdf2Sha512(byte[] password, byte[] salt, int iterations, int length) {
    if (iterations < 1 || length < 1 || length % PBKDF2_BLOCK != 0) {
      throw new IllegalArgumentException("at least one iteration, and whole blocks");
    }
    var mac = hmac(password);
    var result = new byte[length];
    for (int block = 0; block * PBKDF2_BLOCK < length; block++) {
      derive(mac, salt, iterations, block, result);
    }
    return result;
  }

  private static void derive(Mac mac, byte[] salt, int iterations, int block, byte[] result) {
    mac.update(salt);
    var round = mac.doFinal(ByteBuffer.allocate(4).putInt(block + 1).array());
    for (int i = 0; i < iterations; i++) {
      if (i > 0) {
        nextRound(mac, round);
      }
      for (int j = 0; j < PBKDF2_BLOCK; j++) {
        result[block * PBKDF2_BLOCK + j] ^= round[j];
      }
    }
  }

  /// Compares in a time that depends on the lengths only, never on where the bytes differ.
  public static boolean sameBytes(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  static MessageDigest digestNamed(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(algorithm + " is part of every JDK", missing);
    }
  }

  private static byte[] digest(String algorithm, byte[]... parts) {
    var digest = digestNamed(algorithm);
    for (var part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static Mac hmac(byte[] key) {
    try {
      var mac = Mac.getInstance("HmacSHA512");
      // An empty key is legal for HMAC, but not for SecretKeySpec; one zero byte is the same key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA512"));
      return mac;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("HMAC-SHA-512 is part of every JDK", missing);
    }
  }

  private static void nextRound(Mac mac, byte[] round) {
    mac.update(round);
    try {
      mac.doFinal(round, 0);
    } catch (ShortBufferException impossible) {
      throw new IllegalStateException("a round is exactly one HMAC long", impossible);
    }
  }
}
