package xyz.contentfactory.telegram.mtproto.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;

class FramingTest {
  private static final Entropy SEEDED = SeededEntropy.of(3);
  private final Random random = new Random(4);

  static Stream<Framing> clients() {
    var obfuscated =
        Stream.of(FramingKind.ABRIDGED, FramingKind.INTERMEDIATE, FramingKind.PADDED_INTERMEDIATE)
            .map(kind -> Framing.obfuscatedClient(kind, new DcId(-4), SEEDED));
    var clear = Arrays.stream(FramingKind.values()).map(kind -> Framing.client(kind, SEEDED));
    return Stream.concat(clear, obfuscated);
  }

  @ParameterizedTest
  @MethodSource("clients")
  void packets_pass_both_ways_however_the_stream_is_cut(Framing client) {
    var server = Framing.server(SEEDED);
    var packets = packets();
    var stream = new ByteArrayOutputStream();
    stream.writeBytes(client.opening());
    packets.forEach(packet -> stream.writeBytes(client.frame(packet)));
    assertThat(received(server, stream.toByteArray())).isEqualTo(hex(packets));

    var back = new ByteArrayOutputStream();
    packets.forEach(packet -> back.writeBytes(server.frame(packet)));
    assertThat(received(client, back.toByteArray())).isEqualTo(hex(packets));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void a_transport_error_is_told_from_a_packet(Framing client) {
    var server = serverOf(client);
    feed(client, server.frameError(Frame.TransportError.UNKNOWN_AUTH_KEY));
    assertThat(client.next()).isEqualTo(new Frame.TransportError(-404));
  }

  @Test
  void the_obfuscation_header_carries_the_data_centre() {
    var client = Framing.obfuscatedClient(FramingKind.INTERMEDIATE, new DcId(10_002), SEEDED);
    assertThat(serverOf(client).dcOnWire()).isEqualTo(10_002);
  }

  @Test
  void quick_acknowledgements_are_passed_over() {
    for (var kind : new FramingKind[] {FramingKind.ABRIDGED, FramingKind.INTERMEDIATE}) {
      var client = Framing.client(kind, SEEDED);
      var server = serverOf(client);
      var packet = encrypted(2);
      feed(client, HexFormat.of().parseHex(kind == FramingKind.ABRIDGED ? "81020304" : "01020384"));
      feed(client, server.frame(packet));
      assertThat(bytes(client.next())).isEqualTo(packet);

      var wish = client.frame(packet);
      wish[kind == FramingKind.ABRIDGED ? 0 : 3] |= (byte) 0x80;
      feed(server, wish);
      assertThat(bytes(server.next())).isEqualTo(packet);
    }
  }

  @ParameterizedTest
  @EnumSource(FramingKind.class)
  void a_huge_length_closes_the_connection_and_costs_nothing(FramingKind kind) {
    var server = serverOf(Framing.client(kind, SEEDED));
    var huge =
        switch (kind) {
          case ABRIDGED -> "7fffffff";
          case FULL -> "ffffff7f01000000";
          default -> "ffffff7f";
        };
    feed(server, HexFormat.of().parseHex(huge));
    assertThatThrownBy(server::next).isInstanceOf(ProtocolViolation.class);
  }

  @Test
  void a_full_frame_out_of_order_or_damaged_closes_the_connection() {
    var packet = encrypted(1);
    var server = serverOf(Framing.client(FramingKind.FULL, SEEDED));
    var again = Framing.client(FramingKind.FULL, SEEDED).frame(packet);
    feed(server, again);
    assertThatThrownBy(server::next).isInstanceOf(ProtocolViolation.class);

    var fresh = Framing.server(SEEDED);
    again[20] ^= 1;
    feed(fresh, again);
    assertThatThrownBy(fresh::next).isInstanceOf(ProtocolViolation.class);
  }

  @Test
  void a_web_browser_is_turned_away() {
    for (var hello :
        new String[] {"GET / HTTP/1.1\r\n", "POST /api HTTP/1.1", "HEAD / HTTP/1.0 "}) {
      var server = Framing.server(SEEDED);
      feed(server, hello.getBytes(US_ASCII));
      assertThatThrownBy(server::next).isInstanceOf(ProtocolViolation.class);
    }
  }

  @Test
  void random_bytes_never_do_more_than_close_the_connection() {
    for (int i = 0; i < 200; i++) {
      var framings = new ArrayList<Framing>(clients().toList());
      framings.add(Framing.server(SEEDED));
      for (var framing : framings) {
        try {
          received(framing, SEEDED.bytes(random.nextInt(400)));
        } catch (ProtocolViolation closed) {
          assertThat(closed).hasMessageNotContaining("null");
        }
      }
    }
  }

  @Test
  void feeding_without_taking_ends_at_a_bound() {
    var server = serverOf(Framing.client(FramingKind.INTERMEDIATE, SEEDED));
    var megabyte = new byte[1 << 20];
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 5; i++) {
                feed(server, megabyte);
              }
            })
        .isInstanceOf(ProtocolViolation.class);
  }

  private Framing serverOf(Framing client) {
    var server = Framing.server(SEEDED);
    feed(server, client.opening());
    feed(server, client.frame(encrypted(1)));
    assertThat(server.next()).isInstanceOf(Frame.Packet.class);
    return server;
  }

  private List<byte[]> packets() {
    var packets = new ArrayList<byte[]>();
    for (int blocks : new int[] {2, 3, 29, 30, 31, 32, 500, 5000}) {
      packets.add(encrypted(blocks));
    }
    return packets;
  }

  /// Looks like an encrypted packet: a key id that is not zero, and whole blocks.
  private static byte[] encrypted(int blocks) {
    var packet = SEEDED.bytes(24 + 16 * blocks);
    packet[0] = 1;
    return packet;
  }

  private List<String> received(Framing framing, byte[] stream) {
    var packets = new ArrayList<String>();
    int at = 0;
    while (at < stream.length) {
      int length =
          Math.min(stream.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 9000));
      framing.feed(stream, at, length);
      at += length;
      for (var frame = framing.next(); frame != null; frame = framing.next()) {
        if (frame instanceof Frame.Packet packet) {
          packets.add(HexFormat.of().formatHex(packet.bytes()));
        }
      }
    }
    return packets;
  }

  private static List<String> hex(List<byte[]> packets) {
    return packets.stream().map(HexFormat.of()::formatHex).toList();
  }

  private static byte[] bytes(@Nullable Frame frame) {
    return frame instanceof Frame.Packet packet ? packet.bytes() : new byte[0];
  }

  private static void feed(Framing framing, byte[] bytes) {
    framing.feed(bytes, 0, bytes.length);
  }
}
