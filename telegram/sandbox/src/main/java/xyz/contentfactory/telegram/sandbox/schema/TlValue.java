package xyz.contentfactory.telegram.sandbox.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A named TL object whose fields are looked up by name, so that one handler serves every layer.
///
/// Field values are `Integer`, `Long`, `Double`, `String`, `byte[]`, `Boolean`, `List` (a vector)
/// or another `TlValue`. A field that the layer of the reader does not have is left out when
/// written.
public record TlValue(String name, Map<String, Object> fields) {

  public TlValue {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// Names and values in turn; a null value means that the field is absent.
  public static TlValue of(String name, @Nullable Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (namesAndValues[i] instanceof String field && value != null) {
        fields.put(field, value);
      }
    }
    return new TlValue(name, fields);
  }

  public boolean is(String otherName) {
    return name.equals(otherName);
  }

  public boolean has(String field) {
    return fields.containsKey(field);
  }

  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  /// A `flags.N?true` or a `Bool`; false when absent.
  public boolean flag(String field) {
    return Boolean.TRUE.equals(fields.get(field));
  }

  public int integer(String field) {
    return fields.get(field) instanceof Integer value ? value : 0;
  }

  public long number(String field) {
    return fields.get(field) instanceof Long value ? value : 0L;
  }

  public String text(String field) {
    return fields.get(field) instanceof String value ? value : "";
  }

  public byte[] bytes(String field) {
    return fields.get(field) instanceof byte[] value ? value : new byte[0];
  }

  public @Nullable TlValue object(String field) {
    return fields.get(field) instanceof TlValue value ? value : null;
  }

  public List<?> list(String field) {
    return fields.get(field) instanceof List<?> value ? value : List.of();
  }

  public List<TlValue> objects(String field) {
    return list(field).stream().filter(TlValue.class::isInstance).map(TlValue.class::cast).toList();
  }

  public List<Integer> integers(String field) {
    return list(field).stream().filter(Integer.class::isInstance).map(Integer.class::cast).toList();
  }

  /// Only the name: fields may carry codes and keys.
  @Override
  public String toString() {
    return name;
  }
}
