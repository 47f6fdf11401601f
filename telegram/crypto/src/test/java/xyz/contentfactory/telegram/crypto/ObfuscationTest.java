package xyz.contentfactory.telegram.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObfuscationTest {
  private static final Entropy SEEDED = new Random(10)::nextBytes;

  @Test
  void a_server_reads_what_a_client_began_and_both_directions_flow() {
    var client = Obfuscation.begin(0xeeeeeeee, -10002, SEEDED);
    var server = Obfuscation.read(client.header());
    assertThat(server.tag()).isEqualTo(0xeeeeeeee);
    assertThat(server.dc()).isEqualTo(-10002);

    var words = SEEDED.bytes(100);
    assertThat(server.fromClient().apply(client.fromClient().apply(words))).isEqualTo(words);
    assertThat(client.fromServer().apply(server.fromServer().apply(words))).isEqualTo(words);
  }

  @Test
  void headers_resemble_no_other_protocol() {
    for (var start :
        new String[] {
          "ef00000001000000",
          "474554202f000001",
          "1603010201000000",
          "eeeeeeee01000000",
          "dddddddd01000000",
          "1234567800000000"
        }) {
      assertThat(Obfuscation.looksLikeAnotherProtocol(HexFormat.of().parseHex(start))).isTrue();
    }
    for (int i = 0; i < 1000; i++) {
      var header = Obfuscation.begin(0xefefefef, 2, SEEDED).header();
      assertThat(Obfuscation.looksLikeAnotherProtocol(header)).isFalse();
    }
  }
}
