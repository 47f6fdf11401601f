package xyz.contentfactory.telegram.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SrpTest {
  private static final Vectors PUBLISHED = Vectors.of("srp.txt");
  private static final Entropy SEEDED = new Random(9)::nextBytes;

  @Test
  void a_real_password_hash_and_public_number_come_out_again() {
    var srp = new Srp(DhGroup.known(), PUBLISHED.bytes("salt1"), PUBLISHED.bytes("salt2"));
    assertThat(Numbers.unsigned(srp.passwordExponent("qwe123".toCharArray()), 32))
        .isEqualTo(PUBLISHED.bytes("password_hash"));

    Entropy fixed = target -> System.arraycopy(PUBLISHED.bytes("secret"), 0, target, 0, 256);
    var proof = srp.prove("qwe123".toCharArray(), PUBLISHED.bytes("b"), fixed);
    assertThat(proof.a()).isEqualTo(PUBLISHED.bytes("a"));
  }

  @Test
  void the_proof_of_another_implementation_comes_out() {
    var srp =
        new Srp(DhGroup.known(), PUBLISHED.bytes("gotd_salt1"), PUBLISHED.bytes("gotd_salt2"));
    var x = srp.passwordExponent("123123".toCharArray());
    var proof = srp.proof(x, Numbers.fromUnsigned(PUBLISHED.bytes("gotd_b")), BigInteger.ONE);
    assertThat(proof.m1()).isEqualTo(PUBLISHED.bytes("gotd_m1"));
  }

  @Test
  void the_server_accepts_the_right_password_only() {
    var srp = new Srp(DhGroup.known(), SEEDED.bytes(40), SEEDED.bytes(16));
    var verifier = srp.verifier("пароль 🔑".toCharArray());
    var secret = srp.group().secret(SEEDED);
    var b = srp.serverNumber(verifier, secret);

    var right = srp.prove("пароль 🔑".toCharArray(), b, SEEDED);
    assertThat(srp.accepts(right, verifier, secret)).isTrue();
    assertThat(srp.accepts(right, verifier, srp.group().secret(SEEDED))).isFalse();
    assertThat(srp.accepts(srp.prove("wrong".toCharArray(), b, SEEDED), verifier, secret))
        .isFalse();
  }

  @Test
  void numbers_that_would_open_without_a_password_are_refused() {
    var srp = new Srp(DhGroup.known(), SEEDED.bytes(40), SEEDED.bytes(16));
    var verifier = new byte[] {2};
    var secret = srp.group().secret(SEEDED);
    for (var bad : new byte[][] {new byte[256], {1}, new byte[300]}) {
      assertThat(srp.accepts(new Srp.Proof(bad, new byte[32]), verifier, secret)).isFalse();
      assertThatThrownBy(() -> srp.prove("x".toCharArray(), bad, SEEDED))
          .isInstanceOf(UnsafeGroup.class);
    }
  }
}
