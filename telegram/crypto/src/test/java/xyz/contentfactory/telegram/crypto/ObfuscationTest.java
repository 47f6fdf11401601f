package xyz.contentfactory.telegram.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
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

  /// Header and words written by OpenSSL, with keys as the specification says: SHA-256(key +
  /// secret).
  @Test
  void a_header_made_elsewhere_for_a_proxy_with_a_secret_is_read() {
    var hex = HexFormat.of();
    var secret = hex.parseHex("00112233445566778899aabbccddeeff");
    var read =
        Obfuscation.read(
            hex.parseHex(
                "030a11181f262d343b424950575e656c737a81888f969da4abb2b9c0c7ced5dc"
                    + "e3eaf1f8ff060d141b222930373e454c535a61686f767d848246bbf84f03398f"),
            secret);

    assertThat(read.tag()).isEqualTo(0xdddddddd);
    assertThat(read.dc()).isEqualTo(-2);
    assertThat(read.fromClient().apply(hex.parseHex("7634258a5e252ab335ba85d1f750a9b222b99d")))
        .isEqualTo("hello from a client".getBytes(US_ASCII));
    assertThat(read.fromServer().apply("hello from the proxy".getBytes(US_ASCII)))
        .isEqualTo(hex.parseHex("81420380d49440920bad8680c63625fbc27fc984"));
  }

  @Test
  void with_another_secret_a_header_is_noise() {
    var secret = SEEDED.bytes(16);
    var client = Obfuscation.begin(0xdddddddd, 2, secret, SEEDED);

    assertThat(Obfuscation.read(client.header(), secret).tag()).isEqualTo(0xdddddddd);
    assertThat(Obfuscation.read(client.header(), SEEDED.bytes(16)).tag()).isNotEqualTo(0xdddddddd);
    assertThat(Obfuscation.read(client.header()).tag()).isNotEqualTo(0xdddddddd);
  }
}
