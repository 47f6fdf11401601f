package xyz.contentfactory.telegram.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a schema: a constructor of a type, or a function.
///
/// @param generic whether it is written with `{X:Type}`, that is, wraps another function
record Definition(
    String name, int id, boolean generic, List<Field> fields, TypeRef result, boolean function) {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z][\\w.]*)#([0-9a-f]{1,8})( .*)? = ([^ ;]+);");

  Definition {
    fields = List.copyOf(fields);
  }

  static Definition parse(String line, boolean function) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new SchemaException("not a definition: " + line);
    }
    boolean generic = false;
    List<Field> fields = new ArrayList<>();
    String body = parts.group(3) == null ? "" : parts.group(3).strip();
    for (String word : body.isEmpty() ? new String[0] : body.split(" +", -1)) {
      if (word.startsWith("{")) {
        generic = true;
      } else {
        fields.add(Field.parse(word));
      }
    }
    int id = Integer.parseUnsignedInt(parts.group(2), 16);
    TypeRef result = TypeRef.parse(parts.group(4));
    return new Definition(parts.group(1), id, generic, fields, result, function);
  }

  String hexId() {
    return "%08x".formatted(id);
  }

  /// What callers of the record see; flag words are left out.
  List<Field> visibleFields() {
    List<Field> visible = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isFlagWord() && !isLengthOfBody(i)) {
        visible.add(fields.get(i));
      }
    }
    return visible;
  }

  /// `bytes:int body:Object` counts the bytes of an object; the count is not a component.
  boolean isLengthOfBody(int index) {
    return fields.get(index).name().equals("bytes")
        && index + 1 < fields.size()
        && fields.get(index + 1).type().name().equals("Object");
  }

  boolean hasOptionalField() {
    return fields.stream().anyMatch(field -> field.flag() != null);
  }
}
