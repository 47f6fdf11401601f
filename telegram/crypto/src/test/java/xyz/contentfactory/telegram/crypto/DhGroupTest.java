package xyz.contentfactory.telegram.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DhGroupTest {
  private static final Vectors SAMPLE = Vectors.of("sample-key-exchange.txt");
  private static final Entropy SEEDED = new Random(6)::nextBytes;
  private static final DhGroup GROUP = DhGroup.known();

  /// The 2048-bit safe prime of RFC 3526, group 14: safe, and not Telegram's.
  private static final BigInteger OTHER_SAFE_PRIME =
      new BigInteger(
          """
          ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74\
          020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437\
          4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed\
          ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05\
          98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb\
          9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b\
          e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf695581718\
          3995497cea956ae515d2261898fa051015728e5a8aacaa68ffffffffffffffff\
          """,
          16);

  @Test
  void the_sample_of_the_specification_yields_its_auth_key() {
    var aes = new AesParameters(SAMPLE.bytes("tmp_aes_key"), SAMPLE.bytes("tmp_aes_iv"));
    var answer = aes.decrypt(SAMPLE.bytes("encrypted_answer"));
    var half = new BigInteger(1, Arrays.copyOfRange(answer, 324, 580));
    var secret = Numbers.fromUnsigned(SAMPLE.bytes("b"));
    assertThat(GROUP.shared(GROUP.checkedHalf(half), secret)).isEqualTo(SAMPLE.bytes("auth_key"));
  }

  @Test
  void both_sides_compute_the_same_secret() {
    var a = GROUP.secret(SEEDED);
    var b = GROUP.secret(SEEDED);
    assertThat(GROUP.shared(GROUP.publicHalf(a), b))
        .isEqualTo(GROUP.shared(GROUP.publicHalf(b), a))
        .hasSize(256);
  }

  @Test
  void an_unknown_safe_prime_passes_with_a_fitting_generator_only() {
    assertThat(DhGroup.checked(OTHER_SAFE_PRIME, 2).prime()).isEqualTo(OTHER_SAFE_PRIME);
    assertThatThrownBy(() -> DhGroup.checked(OTHER_SAFE_PRIME, 9)).isInstanceOf(UnsafeGroup.class);
  }

  @Test
  void the_known_prime_passes_with_fitting_generators_only() {
    for (int generator : new int[] {3, 4, 7}) {
      assertThat(DhGroup.checked(GROUP.prime(), generator)).isNotNull();
    }
    for (int generator : new int[] {-1, 0, 1, 2, 5, 6, 8}) {
      assertThatThrownBy(() -> DhGroup.checked(GROUP.prime(), generator))
          .isInstanceOf(UnsafeGroup.class);
    }
  }

  @Test
  void primes_that_are_not_safe_or_not_primes_are_refused() {
    var composite = GROUP.prime().add(BigInteger.valueOf(8));
    for (var bad :
        new BigInteger[] {
          composite, GROUP.prime().shiftRight(1), BigInteger.ZERO, GROUP.prime().negate()
        }) {
      assertThatThrownBy(() -> DhGroup.checked(bad, 4)).isInstanceOf(UnsafeGroup.class);
    }
  }

  @Test
  void halves_near_the_ends_are_refused() {
    var low = BigInteger.ONE.shiftLeft(1984);
    var high = GROUP.prime().subtract(low);
    assertThat(GROUP.checkedHalf(low)).isEqualTo(low);
    assertThat(GROUP.checkedHalf(high)).isEqualTo(high);
    for (var bad :
        new BigInteger[] {
          BigInteger.ZERO,
          BigInteger.ONE,
          low.subtract(BigInteger.ONE),
          high.add(BigInteger.ONE),
          GROUP.prime().subtract(BigInteger.ONE)
        }) {
      assertThatThrownBy(() -> GROUP.checkedHalf(bad)).isInstanceOf(UnsafeGroup.class);
    }
  }
}
