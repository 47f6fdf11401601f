package xyz.contentfactory.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

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
    assertThat(names()).containsExactlyInAnyOrder("keyring.json", "keyring.lock");
    assertThat(mode(folder.resolve("keyring.lock"))).isEqualTo("rw-------");
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
        new String[] {
          "",
          "{}",
          "garbage-text",
          "{\"primaryKeyId\":1,\"key\":[]}",
          "{\"keyring\":2}",
          "{\"keyring\":9}"
        }) {
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

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void after_a_change_of_the_key_old_values_are_read_and_new_ones_use_the_new_key() {
    LocalKeyring keyring = open();
    byte[] old = keyring.encrypt(new byte[] {7}, PLACE);
    assertThat(keyring.rotate()).isTrue();
    byte[] fresh = keyring.encrypt(new byte[] {8}, PLACE);

    assertThat(keyring.versions()).extracting(KeyVersion::number).containsExactly(1, 2);
    assertThat(List.of(markOf(old), markOf(fresh)))
        .isEqualTo(keyring.versions().stream().map(KeyVersion::mark).toList());
    for (Keyring each : List.of(keyring, reopened())) {
      assertThat(each.decrypt(old, PLACE)).containsExactly(7);
      assertThat(each.decrypt(fresh, PLACE)).containsExactly(8);
    }
  }

  private LocalKeyring open() {
    return LocalKeyring.open(folder);
  }

  private static String markOf(byte[] value) {
    return HexFormat.of().formatHex(value, 0, KeyVersion.MARK_BYTES);
  }

  @Test
  void another_process_reads_what_the_new_key_wrote_and_writes_with_it_at_once() {
    LocalKeyring one = open();
    one.encrypt(new byte[] {7}, PLACE);
    LocalKeyring other = open();
    one.rotate();
    byte[] fresh = one.encrypt(new byte[] {8}, PLACE);

    assertThat(other.decrypt(fresh, PLACE)).containsExactly(8);
    assertThat(markOf(other.encrypt(new byte[] {9}, PLACE))).isEqualTo(markOf(fresh));
    one.retire(one.versions().getLast());
    assertThat(other.versions()).isEqualTo(one.versions());
  }

  @Test
  void a_second_change_waits_until_the_first_is_over_whoever_asks() {
    LocalKeyring one = open();
    one.rotate();

    assertThat(List.of(one.rotate(), open().rotate())).containsOnly(false);
    assertThat(one.versions()).hasSize(2);
  }

  @Test
  void the_former_key_is_dropped_once_for_the_newest_one_only() {
    LocalKeyring keyring = open();
    byte[] old = keyring.encrypt(new byte[] {7}, PLACE);
    keyring.rotate();
    KeyVersion first = keyring.versions().getFirst();
    KeyVersion newest = keyring.versions().getLast();

    assertThat(keyring.retire(first)).isFalse();
    assertThat(keyring.retire(newest)).isTrue();
    assertThat(keyring.retire(newest)).isFalse();
    assertThat(keyring.versions()).containsExactly(newest);
    assertThatExceptionOfType(KeyringException.class).isThrownBy(() -> keyring.decrypt(old, PLACE));
    assertThat(keyring.rotate()).isTrue();
    assertThat(keyring.versions()).extracting(KeyVersion::number).containsExactly(2, 3);
  }

  @Test
  void many_that_begin_at_once_make_one_key() throws Exception {
    List<Callable<byte[]>> all = Collections.nCopies(8, this::sealed);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<byte[]> value : threads.invokeAll(all)) {
        assertThat(keyring().decrypt(value.get(), PLACE)).containsExactly(7);
      }
    }
    assertThat(open().versions()).hasSize(1);
  }

  @Test
  void what_a_killed_process_left_beside_the_file_is_removed_by_the_next_change() throws Exception {
    LocalKeyring keyring = open();
    keyring.rotate();
    Files.writeString(folder.resolve("keyring123.new"), "half a keyring");
    keyring.retire(keyring.versions().getLast());

    assertThat(names()).containsExactlyInAnyOrder("keyring.json", "keyring.lock");
  }

  @Test
  void a_keyring_of_before_there_were_versions_is_read_and_becomes_one_with_them()
      throws Exception {
    byte[] old = sealed();
    Path file = folder.resolve("keyring.json");
    String keyset = new JsonMapper().readTree(Files.readString(file)).path("keys").toString();
    Files.writeString(file, keyset);

    LocalKeyring keyring = open();
    assertThat(keyring.decrypt(old, PLACE)).containsExactly(7);
    assertThat(keyring.versions()).extracting(KeyVersion::number).containsExactly(1);
    keyring.rotate();
    assertThat(reopened().decrypt(old, PLACE)).containsExactly(7);
  }

  @Test
  void a_keyring_that_is_gone_is_not_made_anew_by_who_still_has_it() throws IOException {
    LocalKeyring keyring = open();
    byte[] old = keyring.encrypt(new byte[] {7}, PLACE);
    Files.delete(folder.resolve("keyring.json"));

    assertThat(keyring.decrypt(old, PLACE)).containsExactly(7);
    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(keyring::rotate)
        .withMessageContainingAll("is missing", "put back");
    assertThat(folder.resolve("keyring.json")).doesNotExist();
  }

  @Test
  void a_secret_never_prints() {
    assertThat(Secret.of("hush")).hasToString("Secret(hidden)").isEqualTo(Secret.of("hush"));
    assertThat(Secret.of("hush")).isNotEqualTo(Secret.of("hash"));
  }
}
