package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.DcAddress;

/// Against strings that the programs themselves have written.
class SessionStringsTest {
  private static final AuthKey KEY = AuthKey.of(key());
  private static final Map<String, String> MADE = vectors();

  private static byte[] key() {
    var key = new byte[AuthKey.BYTES];
    for (var i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    return key;
  }

  private static Map<String, String> vectors() {
    try (var in = SessionStringsTest.class.getResourceAsStream("session-strings.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static String made(String name) {
    return Objects.requireNonNull(MADE.get(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "telethon",
        "telethon-ipv6",
        "gramjs",
        "mtcute",
        "pyrogram",
        "pyrogram-old",
        "pyrogram-wide"
      })
  void what_the_programs_write_is_read(String name) {
    var session = ForeignSession.parse(made(name));
    assertThat(session.dc()).isEqualTo(2);
    assertThat(HexFormat.of().formatHex(session.key().toByteArray()))
        .isEqualTo(HexFormat.of().formatHex(KEY.toByteArray()));
  }

  @Test
  void what_stands_beside_the_key_is_read_too() {
    assertThat(ForeignSession.parse(made("telethon")).address())
        .isEqualTo(new DcAddress(2, "149.154.167.51", 443));
    assertThat(ForeignSession.parse(made("gramjs")).address())
        .isEqualTo(new DcAddress(2, "149.154.167.51", 443));
    assertThat(ForeignSession.parse(made("mtcute")).user())
        .isEqualTo(new ForeignSession.User(5_000_010_001L, false));
    var pyrogram = ForeignSession.parse(made("pyrogram"));
    assertThat(pyrogram.user()).isEqualTo(new ForeignSession.User(5_000_010_001L, false));
    assertThat(pyrogram.appId()).isEqualTo(4242);
    assertThat(ForeignSession.parse(made("pyrogram-old")).user())
        .isEqualTo(new ForeignSession.User(1_234_567, true));
    assertThat(ForeignSession.parse(made("pyrogram-wide")).test()).isTrue();
  }

  @Test
  void we_write_what_the_programs_write() {
    var session =
        new ForeignSession(
            2,
            new DcAddress(2, "149.154.167.51", 443),
            KEY,
            false,
            new ForeignSession.User(5_000_010_001L, false),
            4242);
    assertThat(session.write(SessionFormat.TELETHON)).isEqualTo(made("telethon"));
    assertThat(session.write(SessionFormat.GRAMJS)).isEqualTo(made("gramjs"));
    assertThat(session.write(SessionFormat.PYROGRAM)).isEqualTo(made("pyrogram"));
  }

  @ParameterizedTest
  @EnumSource(value = SessionFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "TDATA")
  void what_we_write_is_read_back(SessionFormat format) {
    var session =
        new ForeignSession(
            3,
            new DcAddress(3, "127.0.0.1", 54_321),
            KEY,
            false,
            new ForeignSession.User(77, true),
            1);
    var back = ForeignSession.parse(session.write(format));
    assertThat(back.dc()).isEqualTo(3);
    assertThat(back.key()).isEqualTo(KEY);
    if (format != SessionFormat.PYROGRAM) {
      assertThat(back.address()).isEqualTo(session.address());
    }
    if (format == SessionFormat.MTCUTE || format == SessionFormat.PYROGRAM) {
      assertThat(back.user()).isEqualTo(session.user());
    }
  }

  @Test
  void damaged_strings_are_refused_and_nothing_else_happens() {
    var random = new Random(7);
    for (var text : MADE.values()) {
      for (var i = 0; i < 200; i++) {
        parseOrRefuse(text.substring(0, 60 + random.nextInt(text.length() - 60)));
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        bytes[random.nextInt(40)] = (byte) (32 + random.nextInt(95));
        parseOrRefuse(new String(bytes, StandardCharsets.US_ASCII));
      }
    }
    var half = made("telethon").substring(0, 200);
    assertThatThrownBy(() -> ForeignSession.parse(half)).isInstanceOf(UnreadableLogin.class);
    var noise = new byte[4000];
    Arrays.fill(noise, (byte) 'A');
    assertThatThrownBy(() -> ForeignSession.parse(new String(noise, StandardCharsets.US_ASCII)))
        .isInstanceOf(UnreadableLogin.class);
  }

  private static void parseOrRefuse(String text) {
    try {
      assertThat(ForeignSession.parse(text).key()).isNotNull();
    } catch (UnreadableLogin refused) {
      assertThat(refused).hasMessageNotContaining(text);
    }
  }

  @Test
  void nothing_secret_is_printed() {
    assertThat(ForeignSession.parse(made("telethon")).toString()).isEqualTo("ForeignSession[DC 2]");
  }
}
