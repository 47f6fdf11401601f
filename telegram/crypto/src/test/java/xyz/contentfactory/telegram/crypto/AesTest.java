package xyz.contentfactory.telegram.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AesTest {
  private static final Vectors PUBLISHED = Vectors.of("aes.txt");

  @Test
  void ige_agrees_with_openssl() {
    for (var number : new String[] {"1", "2"}) {
      var key = PUBLISHED.bytes("ige_key" + number);
      var iv = PUBLISHED.bytes("ige_iv" + number);
      var plain = PUBLISHED.bytes("ige_plain" + number);
      var cipher = PUBLISHED.bytes("ige_cipher" + number);
      assertThat(AesIge.encrypt(plain, key, iv)).isEqualTo(cipher);
      assertThat(AesIge.decrypt(cipher, key, iv)).isEqualTo(plain);
    }
  }

  @Test
  void ige_comes_back_for_every_number_of_blocks() {
    var random = new Random(1);
    for (int blocks = 0; blocks < 70; blocks++) {
      var plain = new byte[blocks * 16];
      var key = new byte[32];
      var iv = new byte[32];
      random.nextBytes(plain);
      random.nextBytes(key);
      random.nextBytes(iv);
      assertThat(AesIge.decrypt(AesIge.encrypt(plain, key, iv), key, iv)).isEqualTo(plain);
    }
  }

  @Test
  void ige_takes_whole_blocks_only() {
    assertThatThrownBy(() -> AesIge.encrypt(new byte[15], new byte[32], new byte[32]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AesIge.decrypt(new byte[16], new byte[32], new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ctr_is_one_stream_however_it_is_cut() {
    var stream = new AesCtr(PUBLISHED.bytes("ctr_key"), PUBLISHED.bytes("ctr_iv"));
    var plain = PUBLISHED.bytes("ctr_plain");
    var cipher = PUBLISHED.bytes("ctr_cipher");
    int at = 0;
    for (int length : new int[] {1, 0, 16, 7, 24}) {
      var part = stream.apply(plain, at, length);
      assertThat(part).isEqualTo(Arrays.copyOfRange(cipher, at, at + length));
      at += length;
    }
  }
}
