package xyz.contentfactory.telegram.sandbox.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes named values as the constructors of one layer.
final class TlEncoder {

  private static final int VECTOR = 0x1cb5c415;
  private static final int BOOL_TRUE = 0x997275b5;
  private static final int BOOL_FALSE = 0xbc799737;
  private static final String ACTION = "messageAction";

  private final LayeredSchema schema;
  private final int layer;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  TlEncoder(LayeredSchema schema, int layer) {
    this.schema = schema;
    this.layer = layer;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  void write(TlType type, Object value) {
    switch (type) {
      case TlType.Basic basic -> basic(basic, value);
      case TlType.Vector(TlType element) -> vector(element, value);
      case TlType.Boxed _ -> object(as(TlValue.class, value, type));
    }
  }

  private void basic(TlType.Basic type, Object value) {
    switch (type) {
      case INT, FLAGS -> int32(as(Integer.class, asWhole(value), type));
      case LONG -> int64(as(Long.class, value, type));
      case DOUBLE -> int64(Double.doubleToRawLongBits(as(Double.class, value, type)));
      case INT128, INT256 -> out.writeBytes(as(byte[].class, value, type));
      case STRING -> blob(as(String.class, asPlain(value), type).getBytes(StandardCharsets.UTF_8));
      case BYTES -> blob(as(byte[].class, value, type));
      case BOOL -> int32(as(Boolean.class, value, type) ? BOOL_TRUE : BOOL_FALSE);
      case TRUE -> throw new TlFault("a true flag has no bytes");
      case QUERY -> object(as(TlValue.class, value, type));
    }
  }

  /// A length in seconds has had a fraction since layer 160.
  private static Object asWhole(Object value) {
    return value instanceof Double d ? (Object) (int) Math.round(d) : value;
  }

  /// The texts of a poll have had formatting since layer 179.
  private static Object asPlain(Object value) {
    return value instanceof TlValue v && v.is("textWithEntities") ? v.text("text") : value;
  }

  private void vector(TlType element, Object value) {
    List<?> items = as(List.class, value, new TlType.Vector(element));
    int32(VECTOR);
    int32(items.size());
    for (Object item : items) {
      write(element, item);
    }
  }

  void object(TlValue value) {
    TlDefinition definition = schema.byName(value.name(), layer);
    if (definition == null && value.name().startsWith(ACTION)) {
      // what an old layer has no word for has happened all the same
      definition = schema.byName(ACTION + "Empty", layer);
    }
    if (definition == null) {
      throw new TlFault(value.name() + " does not exist in layer " + layer);
    }
    int32(definition.id());
    Map<String, Integer> flags = flags(definition, value);
    for (TlDefinition.Field field : definition.fields()) {
      Object content =
          field.type() == TlType.Basic.FLAGS
              ? flags.getOrDefault(field.name(), 0)
              : value.get(field.name());
      if (!isThere(field, flags) || field.type() == TlType.Basic.TRUE) {
        continue;
      }
      if (content == null) {
        throw new TlFault(value.name() + "." + field.name() + " is missing in layer " + layer);
      }
      write(field.type(), content);
    }
  }

  private static boolean isThere(TlDefinition.Field field, Map<String, Integer> flags) {
    return field.flags() == null
        || (flags.getOrDefault(field.flags(), 0) & (1 << field.bit())) != 0;
  }

  private static Map<String, Integer> flags(TlDefinition definition, TlValue value) {
    Map<String, Integer> flags = new HashMap<>();
    for (TlDefinition.Field field : definition.fields()) {
      Object content = value.get(field.name());
      if (field.flags() != null && isSet(field.type(), content)) {
        flags.merge(field.flags(), 1 << field.bit(), (a, b) -> a | b);
      }
    }
    return flags;
  }

  private static boolean isSet(TlType type, @Nullable Object content) {
    return type == TlType.Basic.TRUE ? Boolean.TRUE.equals(content) : content != null;
  }

  private void int32(int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }

  private void int64(long value) {
    int32((int) value);
    int32((int) (value >>> 32));
  }

  private void blob(byte[] value) {
    int head;
    if (value.length < 254) {
      out.write(value.length);
      head = 1;
    } else {
      int32(value.length << 8 | 254);
      head = 4;
    }
    out.writeBytes(value);
    for (int i = head + value.length; i % 4 != 0; i++) {
      out.write(0);
    }
  }

  private <T> T as(Class<T> wanted, Object value, TlType type) {
    if (!wanted.isInstance(value)) {
      throw new TlFault(type + " cannot be written from " + value.getClass().getSimpleName());
    }
    return wanted.cast(value);
  }
}
