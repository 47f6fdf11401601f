package xyz.contentfactory.telegram.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RsaTest {
  /// A public key of Telegram's, as it publishes it.
  private static final String TELEGRAM =
      """
      -----BEGIN RSA PUBLIC KEY-----
      MIIBCgKCAQEAruw2yP/BCcsJliRoW5eBVBVle9dtjJw+OYED160Wybum9SXtBBLX
      riwt4rROd9csv0t0OHCaTmRqBcQ0J8fxhN6/cpR1GWgOZRUAiQxoMnlt0R93LCX/
      j1dnVa/gVbCjdSxpbrfY2g2L4frzjJvdl84Kd9ORYjDEAyFnEA7dD556OptgLQQ2
      e2iVNq8NZLYTzLp5YpOdO1doK+ttrltggTCy5SrKeLoCPPbOgGsdxJxyz5KKcZnS
      Lj16yE5HvJQn0CNpRdENvRUXe6tBP78O39oJ8BTHp9oIjd6XWXAsp2CvK45Ol8wF
      XGF710w9lwCGNbmNxNYhtIkdqfsEcwR5JwIDAQAB
      -----END RSA PUBLIC KEY-----
      """;

  private static final String PAD_KEY =
      """
      -----BEGIN RSA PUBLIC KEY-----
      MIIBCgKCAQEA6LszBcC1LGzyr992NzE0ieY+BSaOW622Aa9Bd4ZHLl+TuFQ4lo4g
      5nKaMBwK/BIb9xUfg0Q29/2mgIR6Zr9krM7HjuIcCzFvDtr+L0GQjae9H0pRB2OO
      62cECs5HKhT5DZ98K33vmWiLowc621dQuwKWSQKjWf50XYFw42h21P2KXUGyp2y/
      +aEyZ+uVgLLQbRA1dEjSDZ2iGRy12Mk5gpYc397aYp438fsJoHIgJ2lgMv5h7WY9
      t6N/byY9Nw9p21Og3AoXSL2q/2IJ1WRUhebgAdGVMlV1fkuOQoEzR7EdpqtQD9Cs
      5+bfo3Nhmcyvk5ftB0WkJ9z6bNZ7yxrP8wIDAQAB
      -----END RSA PUBLIC KEY-----
      """;

  private static final Entropy SEEDED = new Random(5)::nextBytes;
  private static final RsaPrivateKey OURS = RsaPrivateKey.generate(SEEDED);

  @Test
  void the_fingerprint_of_a_published_key_is_the_published_one() {
    assertThat(RsaPublicKey.fromPem(TELEGRAM).fingerprint()).isEqualTo(0x0bc35f3509f7b7a5L);
    assertThat(RsaPublicKey.fromPem(PAD_KEY).fingerprint()).isEqualTo(0xd09d1d85de64fd85L);
  }

  @Test
  void a_key_comes_back_from_its_own_pem() {
    var key = RsaPublicKey.fromPem(TELEGRAM);
    assertThat(key.toPem()).isEqualTo(TELEGRAM);
    assertThat(RsaPublicKey.fromPem(key.toPem())).isEqualTo(key);
  }

  @Test
  void broken_pem_is_refused() {
    var cut = TELEGRAM.replace("XGF710w9lwCGNbmNxNYhtIkdqfsEcwR5JwIDAQAB\n", "");
    for (var pem : new String[] {"", "-----BEGIN RSA PUBLIC KEY-----", cut}) {
      assertThatThrownBy(() -> RsaPublicKey.fromPem(pem))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void rsa_pad_agrees_with_the_published_value() {
    var data = new byte[144];
    Arrays.fill(data, (byte) 'a');
    var encrypted = RsaPadding.encrypt(data, RsaPublicKey.fromPem(PAD_KEY), zeros -> {});
    assertThat(encrypted).isEqualTo(Vectors.of("rsa-pad.txt").bytes("encrypted"));
  }

  @Test
  void both_paddings_come_back() {
    for (int length : new int[] {4, 96, 100, 144}) {
      var data = SEEDED.bytes(length);
      var modern = RsaPadding.encrypt(data, OURS.publicKey(), SEEDED);
      var old = RsaPadding.encryptOld(data, OURS.publicKey(), SEEDED);
      assertThat(RsaPadding.decrypt(modern, OURS).orElseThrow()).startsWith(data);
      assertThat(RsaPadding.decrypt(old, OURS)).contains(data);
    }
  }

  @Test
  void what_is_not_padded_is_refused() {
    assertThat(RsaPadding.decrypt(SEEDED.bytes(300), OURS)).isEmpty();
    for (int i = 0; i < 20; i++) {
      assertThat(RsaPadding.decrypt(SEEDED.bytes(255), OURS)).isEmpty();
    }
  }

  @Test
  void a_generated_key_has_a_fingerprint_that_needs_no_leading_zero() {
    assertThat(OURS.publicKey().fingerprint() >>> 60).isNotZero();
    assertThat(OURS.toString()).doesNotContain(OURS.privateExponent().toString());
  }

  @Test
  void a_stored_key_still_decrypts() {
    var stored =
        RsaPrivateKey.of(RsaPublicKey.fromPem(OURS.publicKey().toPem()), OURS.privateExponent());
    var encrypted = RsaPadding.encrypt(new byte[100], OURS.publicKey(), SEEDED);
    assertThat(RsaPadding.decrypt(encrypted, stored)).isPresent();
  }
}
