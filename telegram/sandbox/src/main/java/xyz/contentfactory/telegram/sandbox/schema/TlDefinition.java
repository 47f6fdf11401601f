package xyz.contentfactory.telegram.sandbox.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of the schema with the layers in which it stands: `144-197 user#3ff6ecb0 flags:# … =
/// User;`
record TlDefinition(
    String name,
    int id,
    List<Field> fields,
    TlType result,
    boolean function,
    int firstLayer,
    int lastLayer) {

  /// @param flags the flags field that tells whether this one is there, or null when it always is
  record Field(String name, TlType type, @Nullable String flags, int bit) {}

  boolean standsIn(int layer) {
    return firstLayer <= layer && layer <= lastLayer;
  }

  /// A function that only wraps another one, such as `invokeWithLayer`.
  boolean wraps() {
    return !fields.isEmpty() && fields.getLast().type() == TlType.Basic.QUERY;
  }

  static TlDefinition parse(String line, boolean function) {
    int space = line.indexOf(' ');
    int equals = line.lastIndexOf('=');
    String[] span = line.substring(0, space).split("-", 2);
    String[] left = line.substring(space + 1, equals).trim().split(" ", -1);
    String result = line.substring(equals + 1).replace(";", "").trim();
    int hash = left[0].indexOf('#');
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < left.length; i++) {
      if (!left[i].startsWith("{")) {
        fields.add(field(left[i]));
      }
    }
    return new TlDefinition(
        left[0].substring(0, hash),
        Integer.parseUnsignedInt(left[0].substring(hash + 1), 16),
        List.copyOf(fields),
        TlType.parse(result),
        function,
        Integer.parseInt(span[0]),
        Integer.parseInt(span[span.length - 1]));
  }

  private static Field field(String text) {
    int colon = text.indexOf(':');
    String name = text.substring(0, colon);
    String type = text.substring(colon + 1);
    int question = type.indexOf('?');
    if (question < 0) {
      return new Field(name, TlType.parse(type), null, 0);
    }
    int dot = type.indexOf('.');
    return new Field(
        name,
        TlType.parse(type.substring(question + 1)),
        type.substring(0, dot),
        Integer.parseInt(type.substring(dot + 1, question)));
  }
}
