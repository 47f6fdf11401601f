package xyz.contentfactory.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyringTest extends KeyringContract {
  private static final byte[] PLACE = "place".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temp = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void name() {
    folder = temp.resolve("keys");
  }

  @Override
  protected Keyring keyring() {
    return LocalKeyring.open(folder);
  }

  @Override
  protected Keyring reopened() {
    return LocalKeyring.open(folder);
  }

  private byte[] sealed() {
    return keyring().encrypt(new byte[] {7}, PLACE);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private void refuses(String part) {
    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(this::keyring)
        .withMessageContaining(part)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").endsWith("."));
  }

  @Test
  void folder_and_file_are_for_their_owner_only_and_nothing_else_is_left() throws IOException {
    sealed();

    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("keyring.json"))).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_file_that_others_may_read_is_refused() throws IOException {
    sealed();
    Path file = folder.resolve("keyring.json");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    refuses("0600");
  }

  @Test
  void a_folder_that_others_may_enter_is_refused() throws IOException {
    sealed();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

    refuses("0700");
  }

  @Test
  void a_link_to_a_file_elsewhere_is_refused() throws IOException {
    sealed();
    Path file = folder.resolve("keyring.json");
    Path elsewhere = temp.resolve("elsewhere.json");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);

    refuses("0600");
  }

  @Test
  void garbage_in_the_file_is_refused_and_not_repeated() throws IOException {
    sealed();
    Path file = folder.resolve("keyring.json");
    for (String garbage :
        new String[] {"", "{}", "garbage-text", "{\"primaryKeyId\":1,\"key\":[]}"}) {
      Files.writeString(file, garbage);
      refuses("damaged");
    }
  }

  @Test
  void a_file_that_is_no_file_is_refused() throws IOException {
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createDirectory(folder.resolve("keyring.json"));

    refuses("keyring.json");
  }

  @Test
  void stored_values_without_their_keyring_say_so_and_no_new_one_is_put_in_its_place()
      throws IOException {
    byte[] stored = sealed();
    Path saved = temp.resolve("saved.json");
    Files.move(folder.resolve("keyring.json"), saved);

    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(() -> keyring().decrypt(stored, PLACE))
        .withMessageContainingAll("is missing", "keyring.json", "put back");
    assertThat(folder.resolve("keyring.json")).doesNotExist();
    Files.move(saved, folder.resolve("keyring.json"));
    assertThat(keyring().decrypt(stored, PLACE)).containsExactly(7);
  }

  @Test
  void values_of_another_keyring_say_which_file_to_put_back() throws IOException {
    byte[] stored = sealed();
    Files.delete(folder.resolve("keyring.json"));
    sealed();

    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(() -> keyring().decrypt(stored, PLACE))
        .withMessageContainingAll("does not open", "keyring.json", "put back");
  }

  @Test
  void after_a_rotation_old_values_are_read_and_new_ones_use_the_new_key() throws Exception {
    byte[] old = sealed();
    LocalKeyring.rotate(folder);
    byte[] fresh = keyring().encrypt(new byte[] {8}, PLACE);

    assertThat(keyring().decrypt(old, PLACE)).containsExactly(7);
    assertThat(keyring().decrypt(fresh, PLACE)).containsExactly(8);
    assertThat(keyIdOf(fresh)).isNotEqualTo(keyIdOf(old));
  }

  /// Tink begins a ciphertext with 0x01 and the four bytes of the key's id.
  private static String keyIdOf(byte[] ciphertext) {
    return new String(ciphertext, 1, 4, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_secret_never_prints() {
    assertThat(Secret.of("hush")).hasToString("Secret(hidden)").isEqualTo(Secret.of("hush"));
    assertThat(Secret.of("hush")).isNotEqualTo(Secret.of("hash"));
  }
}
