package xyz.contentfactory.telegram.mtproto.framing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.AesCtr;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;

/// Bytes that have arrived and are not yet a frame. Grows with what really came, never with what a
/// length field claims, and gives its memory back when it is empty.
final class InputBuffer {
  private static final byte[] NOTHING = {};

  /// A little more than one frame: whoever feeds must take the frames out in between.
  static final int MAX = 2 * PacketCodec.MAX_PACKET;

  private byte[] bytes = NOTHING;
  private int start;
  private int end;

  int available() {
    return end - start;
  }

  void append(byte[] source, int offset, int length) {
    if (length > MAX - available()) {
      throw new ProtocolViolation("more than " + MAX + " bytes without a whole frame");
    }
    if (length > bytes.length - end) {
      makeRoom(length);
    }
    System.arraycopy(source, offset, bytes, end, length);
    end += length;
  }

  int peekByte(int at) {
    return bytes[start + at] & 0xff;
  }

  int peekInt(int at) {
    return peekByte(at)
        | (peekByte(at + 1) << 8)
        | (peekByte(at + 2) << 16)
        | (peekByte(at + 3) << 24);
  }

  byte[] take(int count) {
    var taken = Arrays.copyOfRange(bytes, start, start + count);
    skip(count);
    return taken;
  }

  void skip(int count) {
    start += count;
    if (start == end) {
      bytes = NOTHING;
      start = 0;
      end = 0;
    }
  }

  /// Passes all that is here through the stream: it arrived before the stream was known.
  void decrypt(@Nullable AesCtr stream) {
    if (stream != null && available() > 0) {
      var plain = stream.apply(bytes, start, available());
      System.arraycopy(plain, 0, bytes, start, plain.length);
    }
  }

  private void makeRoom(int length) {
    int needed = available() + length;
    int capacity = needed <= bytes.length ? bytes.length : Math.max(needed, 2 * available());
    var roomier = new byte[capacity];
    System.arraycopy(bytes, start, roomier, 0, available());
    end = available();
    start = 0;
    bytes = roomier;
  }
}
