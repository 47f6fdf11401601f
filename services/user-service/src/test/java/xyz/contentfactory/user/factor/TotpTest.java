package xyz.contentfactory.user.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /// RFC 6238 appendix B, the rows of SHA-1; ours are the last six of its eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codes_are_those_of_the_standard(long second, String eightDigits) {
    assertThat(Totp.code(SECRET, Totp.stepOf(Instant.ofEpochSecond(second))))
        .isEqualTo(eightDigits.substring(2));
  }

  @Test
  void one_step_before_and_after_are_accepted_and_two_are_not() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.stepOf(now);
    for (long near = step - 1; near <= step + 1; near++) {
      assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, near), now)).hasValue(near);
    }
    assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
    assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
  }

  @Test
  void a_code_may_be_typed_with_a_space_and_garbage_is_wrong() {
    Instant now = Instant.ofEpochSecond(59);
    assertThat(Totp.stepOf(SECRET, "287 082", now)).hasValue(1);
    assertThat(Totp.stepOf(SECRET, "", now)).isEmpty();
    assertThat(Totp.stepOf(SECRET, "２８７０８２", now)).isEmpty();
  }

  /// RFC 4648 section 10.
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "foobar, MZXW6YTBOI"})
  void base32_is_that_of_the_standard(String text, String encoded) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }

  @Test
  void a_qr_code_is_read_back_by_a_reader() throws Exception {
    String uri = "otpauth://totp/Content%20Factory:me?secret=ABCDEFGHIJKLMNOP";
    assertThat(QrReader.read(QrCode.svg(uri))).isEqualTo(uri);
  }
}
