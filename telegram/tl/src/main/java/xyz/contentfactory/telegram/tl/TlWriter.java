package xyz.contentfactory.telegram.tl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/// Writes TL values into a growing array. Not thread-safe.
public final class TlWriter {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int VECTOR = 0x1cb5c415;
  private static final int TRUE = 0x997275b5;
  private static final int FALSE = 0xbc799737;
  private static final int LONGEST_TEXT = (1 << 24) - 1;

  private byte[] bytes;
  private int length;

  public TlWriter() {
    this(256);
  }

  public TlWriter(int expectedBytes) {
    bytes = new byte[expectedBytes];
  }

  public int length() {
    return length;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  public void writeInt(int value) {
    int start = advance(Integer.BYTES); // first: it may replace the array
    INT.set(bytes, start, value);
  }

  public void writeLong(long value) {
    int start = advance(Long.BYTES);
    LONG.set(bytes, start, value);
  }

  public void writeDouble(double value) {
    writeLong(Double.doubleToRawLongBits(value));
  }

  public void writeBool(boolean value) {
    writeInt(value ? TRUE : FALSE);
  }

  public void writeString(String value) {
    writePadded(value.getBytes(UTF_8));
  }

  public void writeBytes(Bytes value) {
    int start = openPadded(value.length());
    value.copyTo(bytes, start);
  }

  public void writeBytes(byte[] value) {
    writePadded(value);
  }

  public void writeInt128(Bytes value) {
    writeExactly(value, 16);
  }

  public void writeInt256(Bytes value) {
    writeExactly(value, 32);
  }

  /// Bytes without a length in front.
  public void writeRaw(byte[] value) {
    int start = advance(value.length);
    System.arraycopy(value, 0, bytes, start, value.length);
  }

  /// Bytes without a length in front: an object that is already written.
  public void writeRest(Bytes value) {
    int start = advance(value.length());
    value.copyTo(bytes, start);
  }

  public <T> void writeVector(List<T> values, BiConsumer<TlWriter, T> element) {
    writeInt(VECTOR);
    writeBareVector(values, element);
  }

  public <T> void writeBareVector(List<T> values, BiConsumer<TlWriter, T> element) {
    writeInt(values.size());
    for (T value : values) {
      element.accept(this, value);
    }
  }

  private void writeExactly(Bytes value, int expected) {
    if (value.length() != expected) {
      throw new IllegalArgumentException("expected " + expected + " bytes, got " + value.length());
    }
    writeRest(value);
  }

  private void writePadded(byte[] value) {
    int start = openPadded(value.length);
    System.arraycopy(value, 0, bytes, start, value.length);
  }

  /// Writes the length and the zero padding; returns where the content belongs.
  private int openPadded(int count) {
    if (count > LONGEST_TEXT) {
      throw new IllegalArgumentException("a string of " + count + " bytes does not fit");
    }
    int prefix = count < 254 ? 1 : 4;
    int start = advance(prefix + count + (-(prefix + count) & 3));
    if (prefix == 1) {
      bytes[start] = (byte) count;
    } else {
      INT.set(bytes, start, count << 8 | 254);
    }
    return start + prefix;
  }

  /// Makes room for `count` bytes, zero so far, and returns where they start.
  private int advance(int count) {
    int start = length;
    int needed = Math.addExact(length, count);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, Math.addExact(bytes.length, bytes.length)));
    }
    length = needed;
    return start;
  }
}
