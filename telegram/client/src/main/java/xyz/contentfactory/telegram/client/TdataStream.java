package xyz.contentfactory.telegram.client;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// What Qt's `QDataStream` reads and writes: big-endian numbers, and bytes with their length before
/// them.
final class TdataStream {
  private final ByteBuffer in;

  TdataStream(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  int number() {
    try {
      return in.getInt();
    } catch (BufferUnderflowException end) {
      throw cutOff();
    }
  }

  long wide() {
    try {
      return in.getLong();
    } catch (BufferUnderflowException end) {
      throw cutOff();
    }
  }

  byte[] bytes() {
    return raw(number());
  }

  byte[] raw(int length) {
    if (length < 0 || length > in.remaining()) {
      throw cutOff();
    }
    var bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  static byte[] written(byte[] bytes) {
    return ByteBuffer.allocate(Integer.BYTES + bytes.length)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private static UnreadableLogin cutOff() {
    return new UnreadableLogin("the file is cut off");
  }
}
