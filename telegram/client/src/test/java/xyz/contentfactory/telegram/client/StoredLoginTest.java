package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.KnownKey;

class StoredLoginTest {
  private final Random random = new Random(1);
  private final StoredLogin login =
      StoredLogin.empty(2)
          .withKey(2, key())
          .withKey(4, key())
          .withHome(4)
          .withUser(77_000_000_001L);

  private KnownKey key() {
    var bytes = new byte[256];
    random.nextBytes(bytes);
    return new KnownKey(AuthKey.of(bytes), random.nextLong(), Duration.ofMillis(-1234));
  }

  @Test
  void what_was_written_is_read() {
    assertThat(StoredLogin.fromBytes(login.toBytes())).isEqualTo(login);
    var empty = StoredLogin.empty(1);
    assertThat(StoredLogin.fromBytes(empty.toBytes())).isEqualTo(empty);
    assertThat(empty.userId()).isNull();
  }

  @Test
  void the_same_login_is_the_same_bytes() {
    assertThat(StoredLogin.fromBytes(login.toBytes()).toBytes()).isEqualTo(login.toBytes());
  }

  @Test
  void any_damaged_byte_is_noticed() {
    var bytes = login.toBytes();
    for (var i = 0; i < bytes.length; i++) {
      var damaged = bytes.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> StoredLogin.fromBytes(damaged)).isInstanceOf(UnreadableLogin.class);
    }
  }

  @Test
  void any_cut_is_noticed() {
    var bytes = login.toBytes();
    for (var length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> StoredLogin.fromBytes(cut)).isInstanceOf(UnreadableLogin.class);
    }
  }

  @Test
  void noise_is_refused_in_plain_words() {
    for (var round = 0; round < 1000; round++) {
      var noise = new byte[random.nextInt(2000)];
      random.nextBytes(noise);
      assertThatThrownBy(() -> StoredLogin.fromBytes(noise))
          .isInstanceOf(UnreadableLogin.class)
          .hasMessageStartingWith("not a stored login: ");
    }
  }

  @Test
  void nothing_secret_is_printed() {
    var key = Objects.requireNonNull(login.key(4)).key();
    var secret = HexFormat.of().formatHex(key.toByteArray());
    assertThat(login.toString()).isEqualTo("StoredLogin[DC 4, signed in]");
    assertThat(login.keys().toString()).doesNotContain(secret.substring(0, 16));
  }

  @Test
  void without_the_home_key_nobody_is_signed_in() {
    assertThat(login.withoutKey(4).signedIn()).isFalse();
    assertThat(login.withoutKey(2).signedIn()).isTrue();
  }

  @Test
  void a_new_key_in_place_of_the_home_key_is_nobodys() {
    assertThat(login.withNewKey(4, key()).signedIn()).isFalse();
    assertThat(login.withNewKey(2, key()).signedIn()).isTrue();
    assertThat(login.withNewKey(5, key()).signedIn()).isTrue();
  }
}
