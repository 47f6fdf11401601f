package xyz.contentfactory.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.secret.KeyringException;
import xyz.contentfactory.kit.secret.LocalKeyring;

class SigningKeysTest {
  @TempDir private Path temp = Path.of("");
  private final ServiceDatabase database =
      ServiceDatabase.open("users", TestPostgres.freshDatabase());

  @AfterEach
  void close() {
    database.close();
  }

  private SigningKeys startWith(String keyring) {
    return new SigningKeys(
        database,
        LocalKeyring.open(temp.resolve(keyring)),
        InstantSource.fixed(Instant.parse("2030-01-01T12:00:00Z")));
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
}
