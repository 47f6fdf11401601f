package xyz.contentfactory.telegram.mtproto.framing;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;

/// Length, number, packet and CRC-32. The number counts up from zero in each direction.
final class FullCodec implements PacketCodec {
  private static final int OVERHEAD = 12;
  private static final int HEADER = 8;

  private int sent;
  private int received;

  @Override
  public byte[] frame(byte[] packet) {
    var out = PacketCodec.withHeader(0, HEADER, packet, WORD);
    PacketCodec.putInt(out, 0, out.length, WORD);
    PacketCodec.putInt(out, WORD, sent++, WORD);
    PacketCodec.putInt(out, out.length - WORD, checksum(out), WORD);
    return out;
  }

  @Override
  public @Nullable Frame next(InputBuffer input) {
    if (input.available() < HEADER) {
      return null;
    }
    int length = PacketCodec.checkedLength(input.peekInt(0) - OVERHEAD);
    if (input.peekInt(WORD) != received) {
      throw new ProtocolViolation("packets out of order");
    }
    if (input.available() < OVERHEAD + length) {
      return null;
    }
    var frame = input.take(OVERHEAD + length);
    var trailer = Arrays.copyOfRange(frame, frame.length - WORD, frame.length);
    if (PacketCodec.littleEndian(trailer) != checksum(frame)) {
      throw new ProtocolViolation("wrong checksum");
    }
    received++;
    return PacketCodec.packet(Arrays.copyOfRange(frame, HEADER, frame.length - WORD));
  }

  private static int checksum(byte[] frame) {
    var crc = new CRC32();
    crc.update(frame, 0, frame.length - WORD);
    return (int) crc.getValue();
  }
}
