package xyz.contentfactory.telegram.mtproto.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;
import xyz.contentfactory.telegram.mtproto.Vectors;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.TlWriter;
import xyz.contentfactory.telegram.tl.mt.DhGenOk;
import xyz.contentfactory.telegram.tl.mt.ReqDHParams;
import xyz.contentfactory.telegram.tl.mt.ResPQ;
import xyz.contentfactory.telegram.tl.mt.ServerDHParamsOk;
import xyz.contentfactory.telegram.tl.mt.SetClientDHParams;

/// The example of <https://core.telegram.org/mtproto/samples-auth_key>, with the real server's
/// answers, which carry random bytes behind the object.
class PublishedExchangeTest {
  private static final Vectors SAMPLE = Vectors.of("sample-key-exchange.txt");
  private static final Instant NOW = Instant.ofEpochSecond(1707425105);
  private static final String KEY =
      """
      -----BEGIN RSA PUBLIC KEY-----
      MIIBCgKCAQEA6LszBcC1LGzyr992NzE0ieY+BSaOW622Aa9Bd4ZHLl+TuFQ4lo4g
      5nKaMBwK/BIb9xUfg0Q29/2mgIR6Zr9krM7HjuIcCzFvDtr+L0GQjae9H0pRB2OO
      62cECs5HKhT5DZ98K33vmWiLowc621dQuwKWSQKjWf50XYFw42h21P2KXUGyp2y/
      +aEyZ+uVgLLQbRA1dEjSDZ2iGRy12Mk5gpYc397aYp438fsJoHIgJ2lgMv5h7WY9
      t6N/byY9Nw9p21Og3AoXSL2q/2IJ1WRUhebgAdGVMlV1fkuOQoEzR7EdpqtQD9Cs
      5+bfo3Nhmcyvk5ftB0WkJ9z6bNZ7yxrP8wIDAQAB
      -----END RSA PUBLIC KEY-----
      """;

  @Test
  void the_client_follows_the_published_example_to_its_auth_key() {
    var settings =
        KeyExchangeSettings.permanent(
            List.of(RsaPublicKey.fromPem(KEY)), new DcId(2), publishedRandomness());
    var first = KeyExchange.start(settings, NOW);
    assertThat(body(first.packet())).startsWith(0xf1, 0x8e, 0x7e, 0xbe, 0x40, 0x67, 0x09, 0xf6);

    var second = first.on(answer(offer()), NOW);
    var ask = (ReqDHParams) PlainPacket.read(second.packet());
    assertThat(ask.p()).isEqualTo(published("p"));
    assertThat(ask.q()).isEqualTo(published("q"));
    assertThat(ask.publicKeyFingerprint()).isEqualTo(0xd09d1d85de64fd85L);

    var dh = new ServerDHParamsOk(nonce(), serverNonce(), published("encrypted_answer"));
    var third = second.on(answer(dh), NOW);
    var set = (SetClientDHParams) PlainPacket.read(third.packet());
    assertThat(set.encryptedData()).isEqualTo(published("encrypted_data"));

    var ok = new DhGenOk(nonce(), serverNonce(), published("new_nonce_hash1"));
    var established = (Established) third.on(answer(ok), NOW);
    assertThat(established.authKey().toByteArray()).isEqualTo(SAMPLE.bytes("auth_key"));
    assertThat(established.clockOffset()).isZero();
  }

  private static ResPQ offer() {
    var fingerprints = List.of(0x0bc35f3509f7b7a5L, 0xc3b42b026ce86b21L, 0xd09d1d85de64fd85L);
    return new ResPQ(nonce(), serverNonce(), published("pq"), fingerprints);
  }

  private static byte[] answer(TlObject object) {
    var body = object.toBytes();
    var out = new TlWriter();
    out.writeLong(0);
    out.writeLong(0x65c53d507531d801L);
    out.writeInt(body.length + 84);
    out.writeRaw(body);
    out.writeRaw(SeededEntropy.of(1).bytes(84));
    return out.toByteArray();
  }

  /// The published numbers, told apart by their length; what is not published comes from a seed.
  private static Entropy publishedRandomness() {
    var longOnes = new ArrayDeque<>(List.of("new_nonce"));
    var seeded = SeededEntropy.of(5);
    return target -> {
      var source =
          switch (target.length) {
            case 16 -> SAMPLE.bytes("nonce");
            case 32 -> longOnes.isEmpty() ? seeded.bytes(32) : SAMPLE.bytes(longOnes.remove());
            case 256 -> SAMPLE.bytes("b");
            case 12 -> SAMPLE.bytes("padding");
            default -> seeded.bytes(target.length);
          };
      System.arraycopy(source, 0, target, 0, target.length);
    };
  }

  private static byte[] body(byte[] packet) {
    return Arrays.copyOfRange(packet, 20, packet.length);
  }

  private static Bytes nonce() {
    return published("nonce");
  }

  private static Bytes serverNonce() {
    return published("server_nonce");
  }

  private static Bytes published(String name) {
    return Bytes.of(SAMPLE.bytes(name));
  }
}
