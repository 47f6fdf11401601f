package xyz.contentfactory.telegram.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// The digests MTProto is made of. Each hashes its parts one after the other, without copying them
/// together first.
public final class Hashes {
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
    if (iterations < 1) {
      throw new IllegalArgumentException("at least one iteration");
    }
    var mac = hmac(password);
    mac.update(salt);
    var round = mac.doFinal(new byte[] {0, 0, 0, 1});
    var result = round.clone();
    for (int i = 1; i < iterations; i++) {
      nextRound(mac, round);
      for (int j = 0; j < result.length; j++) {
        result[j] ^= round[j];
      }
    }
    return result;
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
