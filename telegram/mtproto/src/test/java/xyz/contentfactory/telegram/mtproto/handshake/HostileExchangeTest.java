package xyz.contentfactory.telegram.mtproto.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Factorisation;
import xyz.contentfactory.telegram.crypto.Numbers;
import xyz.contentfactory.telegram.crypto.RsaPadding;
import xyz.contentfactory.telegram.crypto.RsaPrivateKey;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.PQInnerDataTemp;
import xyz.contentfactory.telegram.tl.mt.PlainPQInnerData;
import xyz.contentfactory.telegram.tl.mt.ReqDHParams;
import xyz.contentfactory.telegram.tl.mt.ReqPq;
import xyz.contentfactory.telegram.tl.mt.ResPQ;
import xyz.contentfactory.telegram.tl.mt.ServerDHParamsOk;

class HostileExchangeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final RsaPrivateKey KEY = SeededEntropy.SERVER_KEY;
  private static final Bytes NONCE = Bytes.of(new byte[16]);
  private final Entropy seeded = SeededEntropy.of(3);

  @Test
  void a_server_without_a_key_that_we_trust_is_refused() {
    var first = client();
    var offer = new ResPQ(nonceOf(first), NONCE, Bytes.of(new byte[] {15}), List.of(1L, 2L));
    assertThatThrownBy(() -> first.on(PlainPacket.write(1, offer), NOW))
        .isInstanceOf(SecurityCheckFailed.class);
  }

  @Test
  void another_nonce_is_refused() {
    var first = client();
    var fingerprint = KEY.publicKey().fingerprint();
    var offer = new ResPQ(NONCE, NONCE, Bytes.of(new byte[] {15}), List.of(fingerprint));
    assertThatThrownBy(() -> first.on(PlainPacket.write(1, offer), NOW))
        .isInstanceOf(SecurityCheckFailed.class);
  }

  @Test
  void tiny_and_huge_products_are_factored_and_primes_refused() {
    for (var good : new String[] {"15", "9223372036854775808", "4"}) {
      assertThat(offered(new BigInteger(good)).packet()).isNotEmpty();
    }
    for (var bad : new String[] {"0", "1", "13", "18446744073709551616"}) {
      assertThatThrownBy(() -> offered(new BigInteger(bad))).isInstanceOf(ProtocolViolation.class);
    }
  }

  @Test
  void the_server_takes_the_old_padding_and_inner_data_without_a_data_centre() {
    for (boolean temporary : new boolean[] {false, true}) {
      for (boolean old : new boolean[] {false, true}) {
        ServerHandshakeStep server = server();
        var turn = server.on(PlainPacket.write(0, new ReqPq(NONCE)), NOW);
        var offer = (ResPQ) PlainPacket.read(turn.packet());
        var inner = innerData(offer, temporary).toBytes();
        var sealed =
            old
                ? RsaPadding.encryptOld(inner, KEY.publicKey(), seeded)
                : RsaPadding.encrypt(inner, KEY.publicKey(), seeded);
        var answer = turn.next().on(PlainPacket.write(0, ask(offer, sealed)), NOW);
        assertThat(PlainPacket.read(answer.packet())).isInstanceOf(ServerDHParamsOk.class);
      }
    }
  }

  @Test
  void wrong_factors_are_refused() {
    var turn = server().on(PlainPacket.write(0, new ReqPq(NONCE)), NOW);
    var offer = (ResPQ) PlainPacket.read(turn.packet());
    var wrong =
        new PlainPQInnerData(
            offer.pq(),
            Bytes.of(new byte[] {3}),
            Bytes.of(new byte[] {5}),
            NONCE,
            offer.serverNonce(),
            Bytes.of(new byte[32]));
    var sealed = RsaPadding.encrypt(wrong.toBytes(), KEY.publicKey(), seeded);
    assertThatThrownBy(() -> turn.next().on(PlainPacket.write(0, ask(offer, sealed)), NOW))
        .isInstanceOf(ProtocolViolation.class);
  }

  @Test
  void a_client_may_begin_again_in_the_middle() {
    var turn = server().on(PlainPacket.write(0, new ReqPq(NONCE)), NOW);
    var again = turn.next().on(PlainPacket.write(4, new ReqPq(NONCE)), NOW);
    assertThat(PlainPacket.read(again.packet())).isInstanceOf(ResPQ.class);
  }

  @Test
  void damaged_packets_never_do_more_than_end_the_exchange() {
    var random = new Random(11);
    for (int i = 0; i < 20; i++) {
      ServerHandshakeStep server = server();
      HandshakeStep client = client();
      int damageAt = random.nextInt(6);
      try {
        for (int step = 0; client instanceof HandshakeStep.Awaiting awaiting; step += 2) {
          var turn = server.on(damaged(awaiting.packet(), step == damageAt, random), NOW);
          server = turn.next();
          client = awaiting.on(damaged(turn.packet(), step + 1 == damageAt, random), NOW);
        }
        // Only what nobody looks at may be damaged unnoticed: the message id.
        assertThat(client).isInstanceOf(Established.class);
      } catch (MtprotoException ended) {
        assertThat(ended.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void random_plain_packets_are_refused() {
    for (int length = 0; length < 200; length++) {
      var packet = seeded.bytes(length);
      assertThatThrownBy(() -> server().on(packet, NOW)).isInstanceOf(ProtocolViolation.class);
      assertThatThrownBy(() -> client().on(packet, NOW)).isInstanceOf(ProtocolViolation.class);
    }
  }

  private AwaitingDh offered(BigInteger pq) {
    var first = client();
    var fingerprint = KEY.publicKey().fingerprint();
    var offer =
        new ResPQ(nonceOf(first), NONCE, Bytes.of(Numbers.unsigned(pq)), List.of(fingerprint));
    return first.on(PlainPacket.write(1, offer), NOW);
  }

  private TlObject innerData(ResPQ offer, boolean temporary) {
    var pq = Numbers.fromUnsigned(offer.pq().toByteArray()).longValue();
    var factors = Factorisation.of(pq, seeded);
    var p = Bytes.of(Numbers.unsigned(Numbers.ofUnsigned(factors.p())));
    var q = Bytes.of(Numbers.unsigned(Numbers.ofUnsigned(factors.q())));
    var fresh = Bytes.of(seeded.bytes(32));
    return temporary
        ? new PQInnerDataTemp(offer.pq(), p, q, NONCE, offer.serverNonce(), fresh, 86_400)
        : new PlainPQInnerData(offer.pq(), p, q, NONCE, offer.serverNonce(), fresh);
  }

  private static ReqDHParams ask(ResPQ offer, byte[] sealed) {
    var one = Bytes.of(new byte[] {1});
    return new ReqDHParams(
        NONCE, offer.serverNonce(), one, one, KEY.publicKey().fingerprint(), Bytes.of(sealed));
  }

  private static byte[] damaged(byte[] packet, boolean really, Random random) {
    if (really) {
      packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return packet;
  }

  private static Bytes nonceOf(AwaitingPq first) {
    return Bytes.of(first.packet(), 24, 40);
  }

  private AwaitingPq client() {
    return KeyExchange.start(
        KeyExchangeSettings.permanent(List.of(KEY.publicKey()), new DcId(2), seeded), NOW);
  }

  private AwaitingReqPq server() {
    return ServerKeyExchange.start(new ServerKeyExchangeSettings(KEY, seeded, id -> false));
  }
}
