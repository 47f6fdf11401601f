package xyz.contentfactory.telegram.crypto;

import java.math.BigInteger;

/// The private half of a data centre's key: what a server of ours (the sandbox) holds.
public final class RsaPrivateKey {
  private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

  private final RsaPublicKey publicKey;
  private final BigInteger privateExponent;

  private RsaPrivateKey(RsaPublicKey publicKey, BigInteger privateExponent) {
    this.publicKey = publicKey;
    this.privateExponent = privateExponent;
  }

  /// Puts a stored key together again.
  public static RsaPrivateKey of(RsaPublicKey publicKey, BigInteger privateExponent) {
    return new RsaPrivateKey(publicKey, privateExponent);
  }

  /// A new 2048-bit key. The top four bits of its fingerprint are not zero, because one client in
  /// the wild drops leading zeros of the hexadecimal form and then finds no key.
  public static RsaPrivateKey generate(Entropy entropy) {
    while (true) {
      var p = prime(entropy);
      var q = prime(entropy);
      var modulus = p.multiply(q);
      if (modulus.bitLength() != RsaPublicKey.BYTES * 8) {
        continue;
      }
      var publicKey = new RsaPublicKey(modulus, EXPONENT);
      if (publicKey.fingerprint() >>> 60 != 0) {
        var phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        return new RsaPrivateKey(publicKey, EXPONENT.modInverse(phi));
      }
    }
  }

  public RsaPublicKey publicKey() {
    return publicKey;
  }

  /// The secret number, for storing the key.
  public BigInteger privateExponent() {
    return privateExponent;
  }

  /// Raw RSA: 256 bytes in, 256 bytes out.
  byte[] decrypt(byte[] block) {
    var number = new BigInteger(1, block);
    if (block.length > RsaPublicKey.BYTES || number.compareTo(publicKey.modulus()) >= 0) {
      throw new IllegalArgumentException("not a number below the modulus");
    }
    return Numbers.unsigned(
        number.modPow(privateExponent, publicKey.modulus()), RsaPublicKey.BYTES);
  }

  @Override
  public String toString() {
    return "RsaPrivateKey[fingerprint=%016x]".formatted(publicKey.fingerprint());
  }

  private static BigInteger prime(Entropy entropy) {
    int bytes = RsaPublicKey.BYTES / 2;
    while (true) {
      var candidate = entropy.bytes(bytes);
      candidate[0] |= (byte) 0xc0;
      candidate[bytes - 1] |= 1;
      var number = new BigInteger(1, candidate);
      boolean usable = !number.mod(EXPONENT).equals(BigInteger.ONE);
      if (usable && number.isProbablePrime(100)) {
        return number;
      }
    }
  }
}
