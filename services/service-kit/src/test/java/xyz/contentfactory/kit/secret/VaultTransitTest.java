package xyz.contentfactory.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keyring whose file a vault encrypts, against the double of one (`FakeVault`).
class VaultTransitTest extends KeyringContract {
  private static final byte[] PLACE = "place".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path temp = Path.of("");
  private FakeVault vault;

  @BeforeEach
  void start() throws IOException {
    vault = new FakeVault();
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  private Path folder() {
    return temp.resolve("keys");
  }

  private LocalKeyring open(KeyCover cover) {
    return LocalKeyring.open(folder(), InstantSource.system(), cover);
  }

  @Override
  protected LocalKeyring keyring() {
    return open(vault.transit());
  }

  @Override
  protected Keyring reopened() {
    return keyring();
  }

  private String stored() throws IOException {
    return Files.readString(folder().resolve("keyring.json"));
  }

  private void refused(KeyCover cover, String... said) {
    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(() -> open(cover))
        .withMessageContainingAll(said)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(FakeVault.TOKEN).endsWith("."));
  }

  @Test
  void neither_the_file_nor_what_is_left_beside_it_has_a_key_in_plain() throws IOException {
    keyring().encrypt(new byte[] {7}, PLACE);

    assertThat(stored()).contains("\"vault\":\"vault:v1:").doesNotContain("keyData", "value");
  }

  @Test
  void a_change_of_the_key_reads_old_and_new_and_stays_covered() throws IOException {
    LocalKeyring keyring = keyring();
    byte[] old = keyring.encrypt(new byte[] {7}, PLACE);
    assertThat(keyring.rotate()).isTrue();
    byte[] fresh = keyring.encrypt(new byte[] {8}, PLACE);

    assertThat(reopened().decrypt(old, PLACE)).containsExactly(7);
    assertThat(reopened().decrypt(fresh, PLACE)).containsExactly(8);
    assertThat(stored()).contains("vault:v1:").doesNotContain("keyData");
    assertThat(keyring.retire(keyring.versions().getLast())).isTrue();
    assertThat(keyring().versions()).extracting(KeyVersion::number).containsExactly(2);
  }

  @Test
  void a_keyring_that_lay_in_plain_is_covered_when_it_is_opened_and_reads_the_same()
      throws IOException {
    byte[] old = open(KeyCover.NONE).encrypt(new byte[] {7}, PLACE);
    assertThat(stored()).contains("keyData");

    assertThat(keyring().decrypt(old, PLACE)).containsExactly(7);
    assertThat(stored()).doesNotContain("keyData");
  }

  @Test
  void a_newer_key_of_the_vault_covers_it_at_the_next_opening() throws IOException {
    byte[] value = keyring().encrypt(new byte[] {7}, PLACE);
    String before = stored();
    assertThat(keyring().decrypt(value, PLACE)).containsExactly(7);
    assertThat(stored()).isEqualTo(before);
    vault.rotate();

    assertThat(keyring().decrypt(value, PLACE)).containsExactly(7);
    assertThat(stored()).contains("vault:v2:");
  }

  @Test
  void once_opened_it_works_while_the_vault_is_away() {
    LocalKeyring keyring = keyring();
    byte[] value = keyring.encrypt(new byte[] {7}, PLACE);
    vault.close();

    assertThat(keyring.decrypt(value, PLACE)).containsExactly(7);
    assertThat(keyring.decrypt(keyring.encrypt(new byte[] {8}, PLACE), PLACE)).containsExactly(8);
    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(keyring::rotate)
        .withMessageContaining("does not answer");
    assertThat(keyring.versions()).hasSize(1);
  }

  @Test
  void what_the_vault_refuses_is_one_sentence_without_the_token() {
    keyring().encrypt(new byte[] {7}, PLACE);
    refused(vault.transit("hvs.another"), "403", "permission denied");
    vault.seal(true);
    refused(vault.transit(), "503", "Vault is sealed");
    vault.close();
    refused(vault.transit(), "does not answer");
  }

  @Test
  void the_token_is_shown_to_nobody_else_whatever_the_answer_says() throws IOException {
    keyring().encrypt(new byte[] {7}, PLACE);
    try (FakeVault other = new FakeVault()) {
      vault.standBy(other.url());
      refused(vault.transit(), "307");
    }
  }

  @Test
  void without_the_vault_it_is_told_that_there_is_one() {
    keyring().encrypt(new byte[] {7}, PLACE);
    refused(KeyCover.NONE, "encrypted by a vault");
  }

  @Test
  void a_file_that_another_vault_covers_is_refused() throws IOException {
    keyring().encrypt(new byte[] {7}, PLACE);
    try (FakeVault other = new FakeVault()) {
      refused(other.transit(), "400", "invalid ciphertext");
    }
  }
}
