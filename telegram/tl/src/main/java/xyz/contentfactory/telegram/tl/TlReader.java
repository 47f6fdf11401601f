package xyz.contentfactory.telegram.tl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.mt.GzipPacked;

/// Reads TL values from bytes of a stranger: everything is bounded, nothing is trusted.
///
/// Not thread-safe. After a [TlException] the reader is of no further use.
public final class TlReader {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int VECTOR = 0x1cb5c415;
  private static final int TRUE = 0x997275b5;
  private static final int FALSE = 0xbc799737;

  /// No element of any vector takes less than a constructor number or an int.
  private static final int SMALLEST_ELEMENT = 4;

  private final byte[] bytes;
  private final int end;
  private final TlLimits limits;
  private int position;
  private int depth;

  public TlReader(byte[] bytes) {
    this(bytes, TlLimits.DEFAULT);
  }

  public TlReader(byte[] bytes, TlLimits limits) {
    this(bytes, 0, bytes.length, limits);
  }

  /// Reads `bytes[from..to)`; the array is not copied and must not change meanwhile.
  public TlReader(byte[] bytes, int from, int to, TlLimits limits) {
    if (from < 0 || to < from || to > bytes.length) {
      throw new IndexOutOfBoundsException("no such range: " + from + ".." + to);
    }
    this.bytes = bytes;
    this.position = from;
    this.end = to;
    this.limits = limits;
  }

  public int remaining() {
    return end - position;
  }

  public int position() {
    return position;
  }

  /// Refuses bytes that are left over.
  public void expectEnd() {
    if (position != end) {
      throw failure(remaining() + " bytes too many");
    }
  }

  /// The next int without taking it: most often a constructor number.
  public int peekInt() {
    need(Integer.BYTES, "int");
    return (int) INT.get(bytes, position);
  }

  public int readInt() {
    int value = peekInt();
    position += Integer.BYTES;
    return value;
  }

  public long readLong() {
    need(Long.BYTES, "long");
    long value = (long) LONG.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  public boolean readBool() {
    int id = readInt();
    if (id != TRUE && id != FALSE) {
      throw unknown(id, "Bool");
    }
    return id == TRUE;
  }

  public String readString() {
    int length = readLength();
    String value = new String(bytes, position, length, UTF_8);
    skipPadded(length);
    return value;
  }

  public Bytes readBytes() {
    int length = readLength();
    Bytes value = Bytes.of(bytes, position, position + length);
    skipPadded(length);
    return value;
  }

  public Bytes readInt128() {
    return readRaw(16);
  }

  public Bytes readInt256() {
    return readRaw(32);
  }

  /// Bytes without a length in front.
  public Bytes readRaw(int length) {
    if (length < 0) {
      throw failure("negative length");
    }
    need(length, "bytes");
    Bytes value = Bytes.of(bytes, position, position + length);
    position += length;
    return value;
  }

  /// Everything up to the end.
  public Bytes readRest() {
    return readRaw(remaining());
  }

  public <T> List<T> readVector(Function<TlReader, T> element) {
    int id = readInt();
    if (id != VECTOR) {
      throw unknown(id, "Vector");
    }
    return readBareVector(element);
  }

  public <T> List<T> readBareVector(Function<TlReader, T> element) {
    int count = readInt();
    if (count < 0 || count > limits.vectorCount() || count > remaining() / SMALLEST_ELEMENT) {
      throw failure("vector count too big");
    }
    Object[] elements = new Object[count];
    deeper();
    for (int i = 0; i < count; i++) {
      elements[i] = element.apply(this);
    }
    leave();
    @SuppressWarnings("unchecked") // every element came from `element`
    List<T> list = (List<T>) List.of(elements);
    return list;
  }

  /// Any object of the API schema, also a gzip-packed one; functions are read too.
  public TlObject readObject() {
    TlReader in = unpacked();
    int id = in.enter();
    return in.found(ApiRegistry.readBare(id, in), id, "API object");
  }

  /// Any object of MTProto's own service schema. `gzip_packed` is returned as it is.
  public TlObject readMtObject() {
    int id = enter();
    return found(MtRegistry.readBare(id, this), id, "service object");
  }

  private TlObject found(@Nullable TlObject object, int id, String kind) {
    if (object == null) {
      throw unknown(id, kind);
    }
    leave();
    return object;
  }

  /// This reader, or one over the inflated bytes when a `gzip_packed` object comes next.
  public TlReader unpacked() {
    if (remaining() < Integer.BYTES || peekInt() != GzipPacked.ID) {
      return this;
    }
    int start = position;
    byte[] packed = GzipPacked.read(this).packedData().toByteArray();
    byte[] inflated = Gzip.inflate(packed, limits.inflatedBytes(), start);
    return new TlReader(inflated, limits);
  }

  /// Starts a boxed object, one level deeper, and reads its constructor number. Called by generated
  /// code.
  public int enter() {
    deeper();
    return readInt();
  }

  /// Starts a boxed object of which there is only one constructor. Called by generated code.
  public void enter(int expectedId, String type) {
    int id = enter();
    if (id != expectedId) {
      throw unknown(id, type);
    }
  }

  /// Ends what [#enter()] started. Called by generated code.
  public void leave() {
    depth--;
  }

  /// For a constructor number, just read, that does not belong here. Called by generated code.
  public TlException unknown(int id, String type) {
    return new TlException(
        position - Integer.BYTES, "constructor %08x is no %s".formatted(id, type));
  }

  private void deeper() {
    if (++depth > limits.depth()) {
      throw failure("nested deeper than " + limits.depth());
    }
  }

  /// Lengths below 254 take one byte, others 254 and three bytes.
  private int readLength() {
    need(1, "string");
    int length = bytes[position] & 0xff;
    if (length == 255) {
      throw failure("bad string length");
    }
    if (length == 254) {
      length = peekInt() >>> 8;
      position += Integer.BYTES;
    } else {
      position++;
    }
    if (length > limits.textBytes()) {
      throw failure("string too long");
    }
    need(length, "string");
    return length;
  }

  /// Strings are padded with zero bytes to a multiple of four, their length included.
  private void skipPadded(int length) {
    int prefix = length < 254 ? 1 : 4;
    int padding = -(prefix + length) & 3;
    position += length;
    need(padding, "padding");
    position += padding;
  }

  private void need(int count, String what) {
    if (count > end - position) {
      throw failure(what + " cut short");
    }
  }

  private TlException failure(String what) {
    return new TlException(position, what);
  }
}
