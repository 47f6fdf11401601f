package xyz.contentfactory.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWK;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.secret.KeyringException;
import xyz.contentfactory.kit.secret.LocalKeyring;

class SigningKeysTest {
  private static final Duration LIFE = Duration.ofDays(30);
  @TempDir private Path temp = Path.of("");
  private final ServiceDatabase database =
      ServiceDatabase.open("users", TestPostgres.freshDatabase());

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2030-01-01T12:00:00Z"));

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private static List<String> published(SigningKeys keys) {
    return keys.publicKeys().getKeys().stream().map(JWK::getKeyID).toList();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SigningKeys startWith(String keyring) {
    return new SigningKeys(database, LocalKeyring.open(temp.resolve(keyring)), now::get);
  }

  @Test
  void a_start_without_the_keyring_says_what_to_do_and_makes_no_new_one() {
    String kid = startWith("own").signingKey().getKeyID();

    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(() -> startWith("lost"))
        .withMessageContainingAll("keyring.json", "put back");
    assertThat(temp.resolve("lost")).doesNotExist();
    assertThat(startWith("own").signingKey().getKeyID()).isEqualTo(kid);
  }

  @Test
  void a_key_that_is_old_enough_is_followed_by_a_new_one_which_is_published_before_it_signs() {
    SigningKeys keys = startWith("own");
    String first = keys.signingKey().getKeyID();
    pass(Duration.ofDays(31));
    keys.rotate(LIFE);
    List<String> both = published(keys);

    assertThat(both).hasSize(2).contains(first);
    assertThat(keys.signingKey().getKeyID()).isEqualTo(first);
    pass(SigningKeys.PUBLISHED_FIRST);
    assertThat(keys.signingKey().getKeyID()).isEqualTo(both.getFirst()).isNotEqualTo(first);
  }

  @Test
  void the_key_before_verifies_until_its_last_token_has_expired_and_is_then_forgotten() {
    SigningKeys keys = startWith("own");
    String first = keys.signingKey().getKeyID();
    pass(Duration.ofDays(31));
    keys.rotate(LIFE);
    pass(Duration.ofHours(1));
    keys.rotate(LIFE);
    assertThat(published(keys)).contains(first);
    pass(SigningKeys.KEPT_AFTER);
    keys.rotate(LIFE);

    assertThat(published(keys)).hasSize(1).doesNotContain(first);
  }

  @Test
  void of_two_copies_that_rotate_at_once_one_makes_the_key_and_both_know_it() {
    SigningKeys one = startWith("own");
    SigningKeys other = startWith("own");
    pass(Duration.ofDays(31));
    one.rotate(LIFE);
    other.rotate(LIFE);

    assertThat(published(one)).hasSize(2).isEqualTo(published(other));
  }
}
