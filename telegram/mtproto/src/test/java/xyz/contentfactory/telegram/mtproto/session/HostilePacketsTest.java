package xyz.contentfactory.telegram.mtproto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.MessageKeys;
import xyz.contentfactory.telegram.crypto.MessageKeys.From;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.TlWriter;
import xyz.contentfactory.telegram.tl.mt.GzipPacked;
import xyz.contentfactory.telegram.tl.mt.Message;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;
import xyz.contentfactory.telegram.tl.mt.MsgsAck;
import xyz.contentfactory.telegram.tl.mt.NewSessionCreated;
import xyz.contentfactory.telegram.tl.mt.PlainBadMsgNotification;
import xyz.contentfactory.telegram.tl.mt.RpcResult;

class HostilePacketsTest {
  private static final byte[] UPDATE = Pair.body(0x74ae4240, 1, 2);
  private final Entropy seeded = SeededEntropy.of(20);
  private final Random random = new Random(21);
  private final Pair pair = new Pair();
  private long lastId = MsgId.at(pair.now);

  @Test
  void any_damaged_bit_is_noticed_before_the_message_is_used() {
    var packet = fromServer(UPDATE, 1);
    for (int i = 0; i < packet.length; i++) {
      var damaged = packet.clone();
      damaged[i] ^= (byte) (1 << (i % 8));
      assertThatThrownBy(() -> pair.client.received(damaged, pair.now))
          .isInstanceOf(MtprotoException.class);
    }
    assertThat(pair.client.nextEffect()).isNull();
    pair.client.received(packet, pair.now);
    assertThat(pair.client.nextEffect()).isInstanceOf(SessionEffect.Pushed.class);
  }

  @Test
  void cut_and_random_packets_are_refused_on_both_sides() {
    var packet = fromServer(UPDATE, 1);
    for (int length = 0; length < 400; length++) {
      var cut = length < packet.length ? Arrays.copyOf(packet, length) : seeded.bytes(length);
      assertThatThrownBy(() -> pair.client.received(cut, pair.now))
          .isInstanceOf(MtprotoException.class);
      assertThatThrownBy(() -> pair.server.accept(cut, pair.now))
          .isInstanceOf(MtprotoException.class);
    }
  }

  @Test
  void a_repeated_packet_has_no_effect() {
    var packet = fromServer(UPDATE, 1);
    for (int i = 0; i < 3; i++) {
      pair.client.received(packet, pair.now);
    }
    assertThat(pair.client.nextEffect()).isInstanceOf(SessionEffect.Pushed.class);
    assertThat(pair.client.nextEffect()).isNull();
  }

  @Test
  void packets_from_another_time_are_dropped() {
    pair.client.received(fromServer(UPDATE, 1), pair.now);
    pair.client.nextEffect();
    for (long seconds : new long[] {-301, 31}) {
      long id = MsgId.at(pair.now.plusSeconds(seconds)) | 1;
      pair.client.received(sealed(pair.client.sessionId(), id, 1, UPDATE), pair.now);
      assertThat(pair.client.nextEffect()).isNull();
    }
  }

  @Test
  void packets_of_another_session_or_of_a_client_are_refused() {
    var other = sealed(pair.client.sessionId() + 1, lastId | 1, 1, UPDATE);
    assertThatThrownBy(() -> pair.client.received(other, pair.now))
        .isInstanceOf(SecurityCheckFailed.class);
    var even = sealed(pair.client.sessionId(), lastId, 1, UPDATE);
    assertThatThrownBy(() -> pair.client.received(even, pair.now))
        .isInstanceOf(SecurityCheckFailed.class);
  }

  @Test
  void lengths_and_padding_that_do_not_fit_are_refused() {
    for (int claimed : new int[] {-4, 0, 2, 5, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      var packet = sealedWithLength(claimed);
      assertThatThrownBy(() -> pair.client.received(packet, pair.now))
          .isInstanceOf(SecurityCheckFailed.class);
    }
  }

  @Test
  void a_container_inside_a_container_is_refused() {
    var inner = new MsgContainer(List.of(new Message(lastId | 1, 0, Bytes.of(UPDATE))));
    var outer = new MsgContainer(List.of(new Message(lastId | 3, 0, Bytes.of(inner.toBytes()))));
    assertThatThrownBy(() -> pair.client.received(fromServer(outer), pair.now))
        .isInstanceOf(ProtocolViolation.class);
  }

  @Test
  void a_small_packet_that_inflates_without_end_is_refused() {
    var broken = new GzipPacked(Bytes.of(new byte[] {1, 2, 3}));
    assertThatThrownBy(() -> pair.client.received(fromServer(broken), pair.now))
        .isInstanceOf(ProtocolViolation.class);
    var tooBig = bombOf(17 << 20);
    assertThatThrownBy(() -> pair.client.received(fromServer(tooBig, 1), pair.now))
        .isInstanceOf(ProtocolViolation.class);
  }

  @Test
  void many_packed_parts_of_one_packet_inflate_to_no_more_than_one_may() {
    var part = bombOf(1 << 20);
    var fits = containerOf(part, 15);
    var tooMuch = containerOf(part, 17);
    for (var container : List.of(fits, new GzipPacked(Bytes.of(gzip(fits.toBytes()))))) {
      pair.client.received(fromServer(container), pair.now);
      pair.server.accept(fromClient(container.toBytes()), pair.now);
    }
    assertThatThrownBy(() -> pair.client.received(fromServer(tooMuch), pair.now))
        .isInstanceOf(ProtocolViolation.class);
    assertThatThrownBy(() -> pair.server.accept(fromClient(tooMuch.toBytes()), pair.now))
        .isInstanceOf(ProtocolViolation.class);
  }

  private MsgContainer containerOf(byte[] part, int times) {
    return new MsgContainer(
        IntStream.range(0, times).mapToObj(i -> new Message(nextId(), 0, Bytes.of(part))).toList());
  }

  @Test
  void authentic_nonsense_never_does_more_than_end_the_connection() {
    for (int i = 0; i < 1000; i++) {
      var body = nonsense();
      for (Runnable side :
          List.<Runnable>of(
              () -> pair.client.received(fromServer(body, 1), pair.now),
              () -> pair.server.accept(fromClient(body), pair.now))) {
        try {
          side.run();
        } catch (MtprotoException ended) {
          assertThat(ended.getMessage()).isNotBlank();
        }
      }
      drain();
      pair.client.nextPacket(pair.now);
    }
  }

  @Test
  void refusals_without_end_end_the_connection() {
    pair.client.call(Pair.body(0x11223344));
    for (int i = 0; i < 40; i++) {
      var packet = pair.client.nextPacket(pair.now);
      if (packet == null) {
        break;
      }
      var refused = Envelope.open(packet, Pair.KEY, From.CLIENT);
      pair.client.received(
          fromServer(new PlainBadMsgNotification(refused.msgId(), 1, 18)), pair.now);
    }
    assertThat(pair.client.nextPacket(pair.now)).isNull();
    assertThat(pair.client.nextEffect()).isEqualTo(new SessionEffect.ConnectionDead());
  }

  @Test
  void a_client_that_opens_sessions_without_end_keeps_few() {
    for (int i = 0; i < 500; i++) {
      pair.server.accept(sealedByClient(i, UPDATE), pair.now);
    }
    assertThat(pair.server.all()).hasSizeLessThanOrEqualTo(32);
  }

  private void drain() {
    while (pair.client.nextEffect() != null) {
      // only emptied
    }
  }

  private byte[] nonsense() {
    var start =
        switch (random.nextInt(6)) {
          case 0 -> MsgContainer.ID;
          case 1 -> GzipPacked.ID;
          case 2 -> RpcResult.ID;
          case 3 -> MsgsAck.ID;
          case 4 -> NewSessionCreated.ID;
          default -> random.nextInt();
        };
    var out = new TlWriter();
    out.writeInt(start);
    if (random.nextBoolean()) {
      out.writeInt(random.nextInt(random.nextBoolean() ? 4 : Integer.MAX_VALUE));
    }
    out.writeRaw(seeded.bytes(4 * random.nextInt(20)));
    return out.toByteArray();
  }

  private static byte[] bombOf(int bytes) {
    return new GzipPacked(Bytes.of(gzip(new byte[bytes]))).toBytes();
  }

  private static byte[] gzip(byte[] body) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private byte[] fromServer(TlObject message) {
    return fromServer(message.toBytes(), 0);
  }

  private byte[] fromServer(byte[] body, int seqNo) {
    return sealed(pair.client.sessionId(), nextId() | 3, seqNo, body);
  }

  private byte[] fromClient(byte[] body) {
    long salt = new SaltSchedule(Pair.KEY).current(pair.now).value();
    return new Envelope(salt, 77, nextId(), 1, body).seal(Pair.KEY, From.CLIENT, seeded);
  }

  private byte[] sealedByClient(long session, byte[] body) {
    return new Envelope(0, session, nextId(), 1, body).seal(Pair.KEY, From.CLIENT, seeded);
  }

  private byte[] sealed(long session, long msgId, int seqNo, byte[] body) {
    return new Envelope(0, session, msgId, seqNo, body).seal(Pair.KEY, From.SERVER, seeded);
  }

  /// An envelope is sealed here by hand, for no honest code writes a wrong length.
  private byte[] sealedWithLength(int claimed) {
    var plain = new TlWriter();
    plain.writeLong(0);
    plain.writeLong(pair.client.sessionId());
    plain.writeLong(nextId() | 1);
    plain.writeInt(1);
    plain.writeInt(claimed);
    plain.writeRaw(seeded.bytes(64));
    var secret = Pair.KEY.toByteArray();
    var key = MessageKeys.messageKey(secret, plain.toByteArray(), From.SERVER);
    var aes = MessageKeys.aes(secret, key, From.SERVER);
    var packet = new TlWriter();
    packet.writeLong(Pair.KEY.id());
    packet.writeRaw(key);
    packet.writeRaw(aes.encrypt(plain.toByteArray()));
    return packet.toByteArray();
  }

  private long nextId() {
    return lastId += 4;
  }
}
