package xyz.contentfactory.telegram.crypto;

/// Arithmetic modulo an odd unsigned 64-bit number, with products in Montgomery's form (each one
/// divided by 2^64), which costs two multiplications and no division.
final class MontgomeryRing {
  private final long modulus;
  private final long negatedInverse;

  MontgomeryRing(long modulus) {
    if ((modulus & 1) == 0) {
      throw new IllegalArgumentException("odd numbers only");
    }
    this.modulus = modulus;
    long inverse = modulus;
    for (int correctBits = 3; correctBits < Long.SIZE; correctBits *= 2) {
      inverse *= 2 - modulus * inverse;
    }
    this.negatedInverse = -inverse;
  }

  long modulus() {
    return modulus;
  }

  /// A number whose products stay units: any start value does.
  long one() {
    return 1;
  }

  long multiply(long one, long other) {
    long low = one * other;
    long high = Math.unsignedMultiplyHigh(one, other);
    long folded = Math.unsignedMultiplyHigh(low * negatedInverse, modulus);
    // low + (low * negatedInverse * modulus) is 0 modulo 2^64 and carries unless low is zero.
    return add(high, folded, low == 0 ? 0 : 1);
  }

  long squarePlus(long value, long constant) {
    return add(multiply(value, value), constant, 0);
  }

  long distance(long one, long other) {
    return Long.compareUnsigned(one, other) >= 0 ? one - other : other - one;
  }

  long commonDivisor(long value) {
    if (value == 0) {
      return modulus;
    }
    return Numbers.ofUnsigned(value).gcd(Numbers.ofUnsigned(modulus)).longValue();
  }

  /// The sum of two numbers below the modulus and a carry, reduced once.
  private long add(long one, long other, long carry) {
    long sum = one + other + carry;
    boolean overflowed =
        Long.compareUnsigned(sum, one) < 0 || (carry == 1 && sum == one && other == -1L);
    return overflowed || Long.compareUnsigned(sum, modulus) >= 0 ? sum - modulus : sum;
  }
}
