package xyz.contentfactory.telegram.mtproto.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Golden transcripts: each half alone has to say byte for byte what stands in the file. The lines:
///
/// - `connect`, `call hex`, `cancel n`, `+30s`: what the client's owner does, and time
/// - `server reply n hex`, `server error n TYPE`, `server push hex`, `server connected`, `server
///   forgets`: what the server's owner does
/// - `-> hex`, `<- hex`: packets; with an `x` behind the arrow the packet is lost
/// - `= effect`, `* effect`: what the client and the server report
/// - `quiet`: the client has nothing to send
///
/// `RecordTranscripts` writes them anew from their actions.
class TranscriptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "first-call",
        "wrong-clock",
        "lost-packets",
        "forgetful-server",
        "push-and-silence",
        "cancel-and-error"
      })
  void the_client_says_what_the_transcript_says(String name) throws IOException {
    var lines = lines(name);
    var scene = new Scene(clockOffset(lines));
    for (var line : lines) {
      if (line.startsWith("->")) {
        assertThat(hex(scene.client.nextPacket(scene.now))).as(line).isEqualTo(hex(line));
      } else if (line.startsWith("<- ")) {
        scene.client.received(bytes(line), scene.now);
      } else if (line.startsWith("= ")) {
        assertThat(nextEffect(scene)).isEqualTo(line);
      } else if (line.equals("quiet")) {
        assertThat(scene.client.nextPacket(scene.now)).isNull();
        assertThat(scene.clientEffect()).isNull();
      } else {
        scene.moves(line);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first-call",
        "wrong-clock",
        "lost-packets",
        "forgetful-server",
        "push-and-silence",
        "cancel-and-error"
      })
  void the_server_says_what_the_transcript_says(String name) throws IOException {
    var scene = new Scene(Duration.ZERO);
    var effects = new ArrayDeque<String>();
    for (var line : lines(name)) {
      if (line.startsWith("-> ")) {
        effects.addAll(scene.serverTakes(bytes(line)));
      } else if (line.startsWith("<-")) {
        assertThat(hex(scene.serverSays())).as(line).isEqualTo(hex(line));
      } else if (line.startsWith("* ")) {
        assertThat(effects.poll()).isEqualTo(line);
      } else if (line.startsWith("+")) {
        scene.moves(line);
      } else {
        scene.movesServer(line);
      }
    }
    assertThat(effects).isEmpty();
  }

  /// Some effects come when the client is asked for a packet and has none.
  private static @Nullable String nextEffect(Scene scene) {
    var effect = scene.clientEffect();
    if (effect == null) {
      assertThat(scene.client.nextPacket(scene.now)).isNull();
      effect = scene.clientEffect();
    }
    return effect;
  }

  static List<String> lines(String name) throws IOException {
    try (var in =
        requireNonNull(TranscriptTest.class.getResourceAsStream("transcripts/" + name + ".txt"))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  static Duration clockOffset(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("# clock "))
        .findFirst()
        .map(line -> Duration.parse(line.substring(8)))
        .orElse(Duration.ZERO);
  }

  private static byte[] bytes(String line) {
    return HexFormat.of().parseHex(hex(line));
  }

  private static String hex(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private static String hex(byte @Nullable [] packet) {
    return packet == null ? "nothing" : HexFormat.of().formatHex(packet);
  }
}
