package xyz.contentfactory.telegram.crypto;

/// The proof of work of the key exchange: pq into p and q. Brent's variant of Pollard's rho over
/// Montgomery numbers; a 60-bit pq takes some ten milliseconds.
public final class Factorisation {
  private static final int BATCH = 128;

  /// Far beyond what any 64-bit number needs (about 2^16 steps): a bound, not a limit one meets.
  private static final int MAX_STEPS = 1 << 22;

  private Factorisation() {}

  /// The two factors, the smaller one first.
  public record Factors(long p, long q) {
    @Override
    public String toString() {
      return Long.toUnsignedString(p) + " * " + Long.toUnsignedString(q);
    }
  }

  /// Factors an unsigned number of up to 64 bits. Throws `IllegalArgumentException` when it has no
  /// two factors above one: such a number did not come from an honest server.
  public static Factors of(long pq, Entropy entropy) {
    var number = Numbers.ofUnsigned(pq);
    if (number.bitLength() < 3 || number.isProbablePrime(40)) {
      throw new IllegalArgumentException("not a product of two factors");
    }
    long factor = smallFactor(pq);
    if (factor == 0) {
      var root = number.sqrt();
      factor = root.multiply(root).equals(number) ? root.longValue() : largeFactor(pq, entropy);
    }
    long other = Long.divideUnsigned(pq, factor);
    return Long.compareUnsigned(factor, other) <= 0
        ? new Factors(factor, other)
        : new Factors(other, factor);
  }

  private static long smallFactor(long number) {
    if ((number & 1) == 0) {
      return 2;
    }
    for (long candidate = 3; candidate < 1000; candidate += 2) {
      if (Long.remainderUnsigned(number, candidate) == 0) {
        return candidate;
      }
    }
    return 0;
  }

  private static long largeFactor(long number, Entropy entropy) {
    var ring = new MontgomeryRing(number);
    for (int attempt = 0; attempt < 64; attempt++) {
      long start = Long.remainderUnsigned(entropy.nextLong(), number);
      long constant = 1 + Long.remainderUnsigned(entropy.nextLong(), number - 1);
      long factor = brent(ring, start, constant);
      if (factor != 1 && factor != number) {
        return factor;
      }
    }
    throw new IllegalArgumentException("the number resists factorisation");
  }

  private static long brent(MontgomeryRing ring, long start, long constant) {
    long y = start;
    long product = ring.one();
    long x = start;
    long checkpoint = start;
    long divisor = 1;
    int steps = 0;
    for (int power = 1; divisor == 1 && steps < MAX_STEPS; power *= 2) {
      x = y;
      for (int i = 0; i < power; i++) {
        y = ring.squarePlus(y, constant);
      }
      for (int done = 0; done < power && divisor == 1; done += BATCH) {
        checkpoint = y;
        for (int i = 0; i < Math.min(BATCH, power - done); i++) {
          y = ring.squarePlus(y, constant);
          product = ring.multiply(product, ring.distance(x, y));
        }
        divisor = ring.commonDivisor(product);
        steps += BATCH;
      }
    }
    return divisor == ring.modulus() ? slowly(ring, x, checkpoint, constant) : divisor;
  }

  /// A whole batch was divisible at once: walk it again, one step at a time.
  private static long slowly(MontgomeryRing ring, long x, long from, long constant) {
    long y = from;
    for (int i = 0; i <= BATCH; i++) {
      y = ring.squarePlus(y, constant);
      long divisor = ring.commonDivisor(ring.distance(x, y));
      if (divisor != 1) {
        return divisor;
      }
    }
    return 1;
  }
}
