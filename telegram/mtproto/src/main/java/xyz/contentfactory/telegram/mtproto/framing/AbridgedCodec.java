package xyz.contentfactory.telegram.mtproto.framing;

import org.jspecify.annotations.Nullable;

/// One length byte in words, or 0x7f and three bytes. The highest bit of the first byte asks for a
/// quick acknowledgement (from a client) or is one (from a server); both are passed over.
record AbridgedCodec(Side side) implements PacketCodec {
  private static final int QUICK_ACK = 0x80;
  private static final int LONG_FORM = 0x7f;

  @Override
  public byte[] frame(byte[] packet) {
    int words = packet.length / WORD;
    if (packet.length % WORD != 0) {
      throw new IllegalArgumentException("abridged packets are whole words");
    }
    return words < LONG_FORM
        ? PacketCodec.withHeader(words, 1, packet, 0)
        : PacketCodec.withHeader(LONG_FORM | (words << 8), WORD, packet, 0);
  }

  @Override
  public @Nullable Frame next(InputBuffer input) {
    while (input.available() >= WORD
        && side == Side.CLIENT
        && (input.peekByte(0) & QUICK_ACK) != 0) {
      input.skip(WORD);
    }
    if (input.available() < 1) {
      return null;
    }
    int words = input.peekByte(0) & ~QUICK_ACK;
    int header = words < LONG_FORM ? 1 : WORD;
    if (input.available() < header) {
      return null;
    }
    int length = PacketCodec.checkedLength(words < LONG_FORM ? words * 4 : longLength(input));
    if (input.available() < header + length) {
      return null;
    }
    input.skip(header);
    return PacketCodec.packet(input.take(length));
  }

  private static int longLength(InputBuffer input) {
    return (input.peekInt(0) >>> 8) * WORD;
  }
}
