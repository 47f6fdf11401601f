package xyz.contentfactory.user.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.kit.secret.Secret;

class KeyTextTest {
  /// The checksum was reckoned by Python's zlib.
  private static final String KNOWN = "cfk_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg21hK4S";

  private static boolean isOne(String text) {
    return KeyText.parse(Secret.of(text)).isPresent();
  }

  @Test
  void a_key_is_what_scanners_are_told_and_passes_its_own_checksum() {
    Set<String> keys =
        IntStream.range(0, 500)
            .mapToObj(i -> KeyText.random(new SecureRandom()).text().reveal())
            .collect(Collectors.toSet());

    assertThat(keys)
        .hasSize(500)
        .allMatch(key -> key.matches("cfk_[0-9A-Za-z]{49}"))
        .allMatch(KeyTextTest::isOne);
  }

  @Test
  void the_checksum_is_crc_32_as_others_reckon_it() {
    assertThat(isOne(KNOWN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cfk_",
        "cfk_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg21hK4T",
        "cfk_1023456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg21hK4S",
        "cfk_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg21hK4",
        "cfk_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg21hK4S0",
        "cfk-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg21hK4S",
        "cfk_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef\u0000g21hK4S",
      })
  void a_mistyped_one_is_none(String text) {
    assertThat(isOne(text)).isFalse();
  }

  @Test
  void the_hint_and_the_print_do_not_give_it_away() {
    KeyText key = KeyText.parse(Secret.of(KNOWN)).orElseThrow();

    assertThat(key.hint()).isEqualTo("cfk_0123");
    assertThat(key.toString()).doesNotContain("0123");
  }
}
