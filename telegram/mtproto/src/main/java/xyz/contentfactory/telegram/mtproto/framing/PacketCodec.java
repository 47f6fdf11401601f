package xyz.contentfactory.telegram.mtproto.framing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;

/// Where a packet begins and ends, in one of the framings.
sealed interface PacketCodec permits AbridgedCodec, IntermediateCodec, FullCodec {
  /// Twice what the protocol lets a message be (1 MiB), so that no legal packet meets it.
  int MAX_PACKET = 2 << 20;

  /// The length of a transport error, and of a quick acknowledgement.
  int WORD = 4;

  byte[] frame(byte[] packet);

  /// The next whole frame, or null until more bytes are there.
  @Nullable Frame next(InputBuffer input);

  static PacketCodec of(FramingKind kind, Side side, Entropy entropy) {
    return switch (kind) {
      case ABRIDGED -> new AbridgedCodec(side);
      case INTERMEDIATE -> new IntermediateCodec(side, null);
      case PADDED_INTERMEDIATE -> new IntermediateCodec(side, entropy);
      case FULL -> new FullCodec();
    };
  }

  /// Which end of the connection we are.
  enum Side {
    CLIENT,
    SERVER
  }

  static int checkedLength(int length) {
    if (length < WORD || length > MAX_PACKET) {
      throw new ProtocolViolation("a packet of " + Integer.toUnsignedString(length) + " bytes");
    }
    return length;
  }

  static Frame packet(byte[] bytes) {
    return bytes.length == WORD
        ? new Frame.TransportError(littleEndian(bytes))
        : new Frame.Packet(bytes);
  }

  static int littleEndian(byte[] bytes) {
    return (bytes[0] & 0xff)
        | ((bytes[1] & 0xff) << 8)
        | ((bytes[2] & 0xff) << 16)
        | ((bytes[3] & 0xff) << 24);
  }

  static byte[] withHeader(int header, int headerBytes, byte[] packet, int trailer) {
    var out = new byte[headerBytes + packet.length + trailer];
    putInt(out, 0, header, headerBytes);
    System.arraycopy(packet, 0, out, headerBytes, packet.length);
    return out;
  }

  static void putInt(byte[] target, int at, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      target[at + i] = (byte) (value >> (8 * i));
    }
  }

  static byte[] word(int value) {
    var out = new byte[WORD];
    putInt(out, 0, value, WORD);
    return out;
  }

  static byte[] cut(byte[] bytes, int length) {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
