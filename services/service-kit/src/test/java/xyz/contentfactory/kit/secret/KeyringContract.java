package xyz.contentfactory.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What every keyring does, wherever its keys live. A new kind of keyring extends this.
public abstract class KeyringContract {
  private static final byte[] VALUE = "the value".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = "table.column/1".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER_PLACE = "table.column/2".getBytes(StandardCharsets.UTF_8);

  /// The keyring under test.
  protected abstract Keyring keyring();

  /// The same keyring as another process would open it.
  protected abstract Keyring reopened();

  @Test
  void what_was_encrypted_is_decrypted_in_its_place() {
    Keyring keyring = keyring();

    assertThat(keyring.decrypt(keyring.encrypt(VALUE, PLACE), PLACE)).isEqualTo(VALUE);
  }

  @Test
  void an_empty_value_and_an_empty_place_are_values_too() {
    Keyring keyring = keyring();

    assertThat(keyring.decrypt(keyring.encrypt(new byte[0], new byte[0]), new byte[0])).isEmpty();
  }

  @Test
  void a_value_moved_to_another_place_is_refused() {
    Keyring keyring = keyring();
    byte[] encrypted = keyring.encrypt(VALUE, PLACE);

    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(() -> keyring.decrypt(encrypted, OTHER_PLACE));
  }

  @Test
  void a_changed_value_is_refused_at_every_byte() {
    Keyring keyring = keyring();
    byte[] encrypted = keyring.encrypt(VALUE, PLACE);
    for (int i = 0; i < encrypted.length; i++) {
      byte[] changed = encrypted.clone();
      changed[i] ^= 1;
      assertThatExceptionOfType(KeyringException.class)
          .isThrownBy(() -> keyring.decrypt(changed, PLACE));
    }
  }

  @Test
  void garbage_is_refused() {
    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(() -> keyring().decrypt(new byte[] {1, 2, 3}, PLACE));
    assertThatExceptionOfType(KeyringException.class)
        .isThrownBy(() -> keyring().decrypt(new byte[0], PLACE));
  }

  @Test
  void the_same_value_never_looks_the_same_and_never_shows() {
    Keyring keyring = keyring();
    byte[] one = keyring.encrypt(VALUE, PLACE);

    assertThat(one).isNotEqualTo(keyring.encrypt(VALUE, PLACE));
    assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("the value");
  }

  @Test
  void another_process_with_the_same_keys_reads_it() {
    assertThat(reopened().decrypt(keyring().encrypt(VALUE, PLACE), PLACE)).isEqualTo(VALUE);
  }
}
