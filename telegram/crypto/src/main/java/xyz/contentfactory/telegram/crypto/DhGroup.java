package xyz.contentfactory.telegram.crypto;

import java.math.BigInteger;

/// A 2048-bit Diffie–Hellman group that has passed all checks of
/// <https://core.telegram.org/mtproto/auth_key> (and of SRP, which uses the same). Whoever holds
/// one need not check it again.
public final class DhGroup {
  /// The prime Telegram has served for years; knowing it saves the costly primality test.
  private static final BigInteger KNOWN_PRIME =
      new BigInteger(
          """
          c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f\
          48198a0aa7c14058229493d22530f4dbfa336f6e0ac925139543aed44cce7c37\
          20fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f64\
          2477fe96bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4\
          a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754\
          fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4\
          e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f\
          0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b\
          """,
          16);

  static final int BYTES = 256;
  private static final int BITS = BYTES * 8;

  /// Miller–Rabin rounds beyond which a composite is less likely than a broken processor.
  private static final int CERTAINTY = 64;

  private static final BigInteger MARGIN = BigInteger.ONE.shiftLeft(BITS - 64);

  private final BigInteger prime;
  private final BigInteger generator;

  private DhGroup(BigInteger prime, BigInteger generator) {
    this.prime = prime;
    this.generator = generator;
  }

  /// The group to serve: the known prime with g = 3.
  public static DhGroup known() {
    return new DhGroup(KNOWN_PRIME, BigInteger.valueOf(3));
  }

  /// Checks a group that came from the network. Throws {@link UnsafeGroup}. An unknown prime costs
  /// two primality tests (about a second).
  public static DhGroup checked(BigInteger prime, int generator) {
    if (prime.bitLength() != BITS || prime.signum() <= 0) {
      throw new UnsafeGroup("the prime has 2048 bits");
    }
    if (!generatesPrimeOrderSubgroup(prime, generator)) {
      throw new UnsafeGroup("the generator fits the prime");
    }
    if (!prime.equals(KNOWN_PRIME) && !isSafePrime(prime)) {
      throw new UnsafeGroup("the prime is a safe prime");
    }
    return new DhGroup(prime, BigInteger.valueOf(generator));
  }

  public BigInteger prime() {
    return prime;
  }

  public BigInteger generator() {
    return generator;
  }

  /// A secret exponent of 2048 random bits.
  public BigInteger secret(Entropy entropy) {
    return new BigInteger(1, entropy.bytes(BYTES));
  }

  /// g to the secret: the public half.
  public BigInteger publicHalf(BigInteger secret) {
    return generator.modPow(secret, prime);
  }

  /// Checks the other side's half: between 2^1984 and p − 2^1984. Throws {@link UnsafeGroup}.
  public BigInteger checkedHalf(BigInteger half) {
    if (!isInRange(half)) {
      throw new UnsafeGroup("the public half lies in the range");
    }
    return half;
  }

  /// Whether a half of our own may be shown (the same range).
  public boolean isInRange(BigInteger half) {
    return half.compareTo(MARGIN) >= 0 && half.compareTo(prime.subtract(MARGIN)) <= 0;
  }

  /// The shared secret as 256 bytes, padded on the left.
  public byte[] shared(BigInteger checkedHalf, BigInteger secret) {
    return Numbers.unsigned(checkedHalf.modPow(secret, prime), BYTES);
  }

  /// g must generate the subgroup of order (p − 1) / 2, which shows in one small residue of p.
  private static boolean generatesPrimeOrderSubgroup(BigInteger prime, int generator) {
    return switch (generator) {
      case 2 -> residue(prime, 8) == 7;
      case 3 -> residue(prime, 3) == 2;
      case 4 -> true;
      case 5 -> residue(prime, 5) == 1 || residue(prime, 5) == 4;
      case 6 -> residue(prime, 24) == 19 || residue(prime, 24) == 23;
      case 7 -> residue(prime, 7) == 3 || residue(prime, 7) == 5 || residue(prime, 7) == 6;
      default -> false;
    };
  }

  private static int residue(BigInteger prime, int modulus) {
    return prime.mod(BigInteger.valueOf(modulus)).intValueExact();
  }

  private static boolean isSafePrime(BigInteger prime) {
    return prime.testBit(0)
        && prime.isProbablePrime(CERTAINTY)
        && prime.shiftRight(1).isProbablePrime(CERTAINTY);
  }
}
