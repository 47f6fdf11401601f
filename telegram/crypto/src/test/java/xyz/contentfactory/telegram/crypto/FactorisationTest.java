package xyz.contentfactory.telegram.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorisationTest {
  private static final Entropy SEEDED = new Random(7)::nextBytes;

  /// From the specification and the public tests of mtcute and gotd.
  @ParameterizedTest
  @CsvSource({
    "2694724800268887959, 1513098571, 1780931429",
    "1724114033281923457, 1229739323, 1402015859",
    "2090522174869285481, 1112973847, 1878321023",
    "1470626929934143021, 1206429347, 1218991343",
    "2804275833720261793, 1555252417, 1803100129",
    "378221, 613, 617",
    "15, 3, 5",
    "6, 2, 3",
    "4, 2, 2",
    "9, 3, 3",
    "1022117, 1009, 1013",
    "1018081, 1009, 1009",
  })
  void published_and_tiny_numbers_fall_apart(long pq, long p, long q) {
    assertThat(Factorisation.of(pq, SEEDED)).isEqualTo(new Factorisation.Factors(p, q));
  }

  @Test
  void numbers_beyond_the_signed_range_fall_apart() {
    // 2^63 itself, and the largest product of two 32-bit primes.
    assertThat(Factorisation.of(Long.MIN_VALUE, SEEDED).p()).isEqualTo(2);
    assertThat(Factorisation.of(Long.parseUnsignedLong("18446743979220271189"), SEEDED))
        .isEqualTo(new Factorisation.Factors(4294967279L, 4294967291L));
  }

  @Test
  void random_products_fall_apart() {
    var random = new Random(8);
    for (int bits = 12; bits <= 32; bits++) {
      long p = BigInteger.probablePrime(bits, random).longValue();
      long q = BigInteger.probablePrime(bits, random).longValue();
      var factors = Factorisation.of(p * q, SEEDED);
      assertThat(factors.p() * factors.q()).isEqualTo(p * q);
      assertThat(factors.p()).isEqualTo(Math.min(p, q));
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "7", "4294967291", "9223372036854775783"})
  void what_has_no_two_factors_is_refused(long number) {
    assertThatThrownBy(() -> Factorisation.of(number, SEEDED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
