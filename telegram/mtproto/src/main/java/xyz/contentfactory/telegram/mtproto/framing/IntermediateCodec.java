package xyz.contentfactory.telegram.mtproto.framing;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;

/// A four-byte length; with a source of padding, up to 15 random bytes behind each packet.
record IntermediateCodec(Side side, @Nullable Entropy padding) implements PacketCodec {
  private static final int MAX_PADDING = 15;
  private static final int ENCRYPTED_HEADER = 24;
  private static final int BLOCK = 16;

  @Override
  public byte[] frame(byte[] packet) {
    if (padding == null) {
      return PacketCodec.withHeader(packet.length, WORD, packet, 0);
    }
    var random = padding.bytes(padding.bytes(1)[0] & MAX_PADDING);
    int length = packet.length + random.length;
    var out = PacketCodec.withHeader(length, WORD, packet, random.length);
    System.arraycopy(random, 0, out, WORD + packet.length, random.length);
    return out;
  }

  @Override
  public @Nullable Frame next(InputBuffer input) {
    // The highest bit is a quick acknowledgement from a server, and a wish for one from a client.
    while (input.available() >= WORD && side == Side.CLIENT && input.peekInt(0) < 0) {
      input.skip(WORD);
    }
    if (input.available() < WORD) {
      return null;
    }
    int length = PacketCodec.checkedLength(input.peekInt(0) & Integer.MAX_VALUE);
    if (input.available() < WORD + length) {
      return null;
    }
    input.skip(WORD);
    var bytes = input.take(length);
    return PacketCodec.packet(padding == null ? bytes : unpadded(bytes));
  }

  /// An encrypted packet is whole blocks behind its header, a transport error is a word; a plain
  /// packet says its length itself, so padding may stay behind it.
  private static byte[] unpadded(byte[] bytes) {
    if (bytes.length <= WORD + MAX_PADDING) {
      return PacketCodec.cut(bytes, WORD);
    }
    boolean plain = true;
    for (int i = 0; i < Long.BYTES; i++) {
      plain &= bytes[i] == 0;
    }
    return plain || bytes.length < ENCRYPTED_HEADER
        ? bytes
        : PacketCodec.cut(bytes, bytes.length - (bytes.length - ENCRYPTED_HEADER) % BLOCK);
  }
}
