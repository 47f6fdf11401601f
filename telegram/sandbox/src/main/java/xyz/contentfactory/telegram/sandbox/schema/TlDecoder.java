package xyz.contentfactory.telegram.sandbox.schema;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the constructors of one layer as named values. Everything is bounded: depth, vector
/// counts, string lengths by what is left, and the inflated size of all gzip in one request.
final class TlDecoder {

  private static final int VECTOR = 0x1cb5c415;
  private static final int BOOL_TRUE = 0x997275b5;
  private static final int BOOL_FALSE = 0xbc799737;
  private static final int MAX_DEPTH = 24;

  private final LayeredSchema schema;
  private final int layer;
  private final Inflation inflation;
  private ByteBuffer in;
  private int depth;

  TlDecoder(LayeredSchema schema, int layer, ByteBuffer in, Inflation inflation) {
    this.schema = schema;
    this.layer = layer;
    this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    this.inflation = inflation;
  }

  Object read(TlType type) {
    return switch (type) {
      case TlType.Basic basic -> basic(basic);
      case TlType.Vector(TlType element) -> vector(element);
      case TlType.Boxed _ -> object();
    };
  }

  private Object basic(TlType.Basic type) {
    return switch (type) {
      case FLAGS, INT -> int32();
      case LONG -> int64();
      case DOUBLE -> Double.longBitsToDouble(int64());
      case INT128 -> raw(16);
      case INT256 -> raw(32);
      case STRING -> new String(blob(), StandardCharsets.UTF_8);
      case BYTES -> blob();
      case BOOL -> bool();
      case TRUE -> true;
      case QUERY -> object();
    };
  }

  /// A boxed object; a gzip_packed one is read from its inflated bytes.
  TlValue object() {
    if (++depth > MAX_DEPTH) {
      throw new TlFault("nested too deep");
    }
    int id = int32();
    TlValue value;
    if (id == Inflation.GZIP_PACKED) {
      ByteBuffer outer = in;
      byte[] packed = blob();
      in = ByteBuffer.wrap(inflation.inflate(packed)).order(ByteOrder.LITTLE_ENDIAN);
      value = object();
      in = outer;
    } else {
      TlDefinition definition = schema.byId(id, layer);
      if (definition == null) {
        throw new TlFault("no constructor " + Integer.toHexString(id) + " in layer " + layer);
      }
      value = new TlValue(definition.name(), fields(definition));
    }
    depth--;
    return value;
  }

  /// All fields but a wrapped query at the end, which stays unread.
  Map<String, Object> fields(TlDefinition definition) {
    Map<String, Object> fields = new LinkedHashMap<>();
    Map<String, Integer> flags = new HashMap<>();
    for (TlDefinition.Field field : definition.fields()) {
      if (field.type() == TlType.Basic.QUERY) {
        break;
      }
      if (field.type() == TlType.Basic.FLAGS) {
        flags.put(field.name(), int32());
      } else if (field.flags() == null
          || (flags.getOrDefault(field.flags(), 0) & (1 << field.bit())) != 0) {
        fields.put(field.name(), read(field.type()));
      }
    }
    return fields;
  }

  private List<Object> vector(TlType element) {
    if (int32() != VECTOR) {
      throw new TlFault("no vector");
    }
    int count = int32();
    if (count < 0 || count > in.remaining() / 4) {
      throw new TlFault("a vector longer than the request");
    }
    List<Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(read(element));
    }
    return items;
  }

  private boolean bool() {
    return switch (int32()) {
      case BOOL_TRUE -> true;
      case BOOL_FALSE -> false;
      default -> throw new TlFault("no Bool");
    };
  }

  int int32() {
    need(4);
    return in.getInt();
  }

  private long int64() {
    need(8);
    return in.getLong();
  }

  private byte[] blob() {
    need(1);
    int length = in.get() & 0xff;
    int head = 1;
    if (length >= 254) {
      need(3);
      length = (in.get() & 0xff) | (in.get() & 0xff) << 8 | (in.get() & 0xff) << 16;
      head = 4;
    }
    byte[] value = raw(length);
    int padding = -(head + length) & 3;
    need(padding);
    in.position(in.position() + padding);
    return value;
  }

  private byte[] raw(int length) {
    need(length);
    byte[] value = new byte[length];
    in.get(value);
    return value;
  }

  private void need(int length) {
    if (in.remaining() < length) {
      throw new TlFault("cut short");
    }
  }
}
