package xyz.contentfactory.telegram.mtproto.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;

/// A golden key exchange: each half alone has to say byte for byte what stands in the file. In the
/// exchange the first key's id is taken, so that it goes through a retry.
class ExchangeTranscriptTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final HexFormat HEX = HexFormat.of();
  private int keysSeen;

  @Test
  void the_client_says_what_the_transcript_says() throws IOException {
    HandshakeStep client = client();
    for (var line : lines()) {
      if (line.startsWith("-> ")) {
        assertThat(HEX.formatHex(((HandshakeStep.Awaiting) client).packet())).isEqualTo(rest(line));
      } else if (line.startsWith("<- ")) {
        client = ((HandshakeStep.Awaiting) client).on(HEX.parseHex(rest(line)), NOW);
      } else if (line.startsWith("= ")) {
        assertThat(((Established) client).authKey()).hasToString(rest(line));
      }
    }
  }

  @Test
  void the_server_says_what_the_transcript_says() throws IOException {
    ServerHandshakeStep server = server();
    var turn = new ServerTurn(new byte[0], server, Optional.empty());
    for (var line : lines()) {
      if (line.startsWith("-> ")) {
        turn = turn.next().on(HEX.parseHex(rest(line)), NOW);
      } else if (line.startsWith("<- ")) {
        assertThat(HEX.formatHex(turn.packet())).isEqualTo(rest(line));
      } else if (line.startsWith("= ")) {
        assertThat(turn.issued().orElseThrow().authKey()).hasToString(rest(line));
      }
    }
  }

  /// Writes the transcript anew; to be run by hand, with the file to write.
  static void main(String[] file) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("# A key exchange with a retry: the server finds the first key's id taken.");
    var here = new ExchangeTranscriptTest();
    HandshakeStep client = here.client();
    ServerHandshakeStep server = here.server();
    while (client instanceof HandshakeStep.Awaiting awaiting) {
      var turn = server.on(awaiting.packet(), NOW);
      lines.add("-> " + HEX.formatHex(awaiting.packet()));
      lines.add("<- " + HEX.formatHex(turn.packet()));
      server = turn.next();
      client = awaiting.on(turn.packet(), NOW);
    }
    lines.add("= " + ((Established) client).authKey());
    Files.write(Path.of(file[0]), lines);
  }

  private AwaitingPq client() {
    var keys = List.of(SeededEntropy.SERVER_KEY.publicKey());
    return KeyExchange.start(
        KeyExchangeSettings.permanent(keys, new DcId(10_002), SeededEntropy.of(50)), NOW);
  }

  private AwaitingReqPq server() {
    return ServerKeyExchange.start(
        new ServerKeyExchangeSettings(
            SeededEntropy.SERVER_KEY, SeededEntropy.of(51), id -> ++keysSeen == 1));
  }

  private static List<String> lines() throws IOException {
    try (var in =
        requireNonNull(ExchangeTranscriptTest.class.getResourceAsStream("key-exchange.txt"))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static String rest(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
