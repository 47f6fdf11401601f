package xyz.contentfactory.telegram.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HashesTest {
  @Test
  void digests_take_their_parts_one_after_the_other() {
    assertThat(Hashes.sha1(ascii("he"), ascii("llo"))).isEqualTo(Hashes.sha1(ascii("hello")));
    assertThat(hex(Hashes.sha1(ascii("hello"))))
        .isEqualTo("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d");
    assertThat(hex(Hashes.sha256(ascii("hello"))))
        .isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
  }

  @Test
  void pbkdf2_agrees_with_the_published_value() {
    assertThat(hex(Hashes.pbkdf2Sha512(ascii("pbkdf2 test"), ascii("some salt"), 10)))
        .isEqualTo(
            "e43276cfa27f135f261cec8ddcf593fd74ec251038e459c165461f2308f3a723"
                + "5e0744ee1aed9710b00db28d1a2112e20fea3601c60e770ac57ffe6b33ca8be1");
  }

  @Test
  void an_empty_hmac_key_is_a_key() {
    // RFC 4231 has no empty key; the value is that of OpenSSL.
    assertThat(Hashes.hmacSha512(new byte[0], ascii(""))).startsWith(0xb9, 0x36, 0xce, 0xe8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
