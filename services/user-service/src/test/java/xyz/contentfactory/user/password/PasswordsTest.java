package xyz.contentfactory.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;

class PasswordsTest {
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1, 1, 1);

  @Test
  void a_published_vector_of_the_reference_implementation_is_met() {
    byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
    PasswordHash hash =
        PasswordHash.compute(new Argon2Cost(65536, 2, 1, 1, 1), salt, Secret.of("password"));

    assertThat(hash.toPhc())
        .isEqualTo(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
  }

  @Test
  void the_default_cost_is_the_one_that_was_promised() {
    try (Passwords passwords =
        new Passwords(new Argon2Cost(19456, 2, 1, 2, 64), new SecureRandom())) {
      String hash = passwords.hash(Secret.of("correct horse"));

      assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(passwords.matches(Secret.of("correct horse"), hash)).isTrue();
      assertThat(passwords.matches(Secret.of("correct  horse"), hash)).isFalse();
    }
  }

  @Test
  void equal_passwords_have_different_hashes() {
    try (Passwords passwords = new Passwords(CHEAP, new SecureRandom())) {
      assertThat(passwords.hash(Secret.of("a"))).isNotEqualTo(passwords.hash(Secret.of("a")));
    }
  }

  @Test
  void a_hash_of_an_older_cost_still_matches() {
    String old;
    try (Passwords passwords = new Passwords(CHEAP, new SecureRandom())) {
      old = passwords.hash(Secret.of("a"));
    }
    try (Passwords passwords = new Passwords(new Argon2Cost(128, 2, 1, 1, 1), new SecureRandom())) {
      assertThat(passwords.matches(Secret.of("a"), old)).isTrue();
    }
  }

  @Test
  void the_same_letters_in_another_unicode_form_are_the_same_password() {
    try (Passwords passwords = new Passwords(CHEAP, new SecureRandom())) {
      String hash = passwords.hash(Secret.of("caf\u00e9"));

      assertThat(passwords.matches(Secret.of("cafe\u0301"), hash)).isTrue();
    }
  }

  @Test
  void nobody_has_no_password() {
    try (Passwords passwords = new Passwords(CHEAP, new SecureRandom())) {
      assertThat(passwords.matches(Secret.of("a"), null)).isFalse();
    }
  }

  @Test
  void when_too_many_wait_the_next_is_asked_to_come_back() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    SecureRandom slow =
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            busy.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    try (Passwords passwords = new Passwords(CHEAP, slow);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> passwords.hash(Secret.of("a")));
      busy.await();
      var second = callers.submit(() -> passwords.hash(Secret.of("b")));
      while (passwords.waiting() == 0) {
        Thread.onSpinWait();
      }

      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> passwords.hash(Secret.of("c")))
          .satisfies(
              e -> assertThat(e.problem().code()).isEqualTo(CommonProblem.TEMPORARILY_UNAVAILABLE));
      release.countDown();
      assertThat(first.get()).isNotEqualTo(second.get());
    }
  }

  @Test
  void a_text_that_is_no_hash_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.parse("$2a$12$abc"));
  }
}
