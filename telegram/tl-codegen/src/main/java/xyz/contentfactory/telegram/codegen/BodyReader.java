package xyz.contentfactory.telegram.codegen;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// Writes the method that reads a record's fields, after its id.
final class BodyReader {
  private BodyReader() {}

  static void write(SourceFile file, Definition definition, JavaTypes types, String self) {
    file.blank().line(1, "public static " + self + " readBare(TlReader in) {");
    List<Field> fields = definition.fields();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      boolean counted = i > 0 && definition.isLengthOfBody(i - 1);
      file.line(
          2,
          counted
              ? "Bytes " + Names.camel(field.name()) + " = in.readRaw(bytes);"
              : local(field, types));
    }
    String arguments =
        definition.visibleFields().stream()
            .map(field -> Names.camel(field.name()))
            .collect(joining(", "));
    file.line(2, "return new %s(%s);".formatted(self, arguments)).line(1, "}");
  }

  private static String local(Field field, JavaTypes types) {
    String name = Names.camel(field.name());
    if (field.isFlagWord()) {
      return "int " + name + " = in.readInt();";
    }
    String value = types.read(field.type());
    Field.Flag flag = field.flag();
    if (flag == null) {
      return "%s %s = %s;".formatted(types.plain(field.type()), name, value);
    }
    String bit = "(%s & (1 << %d)) != 0".formatted(Names.camel(flag.field()), flag.bit());
    if (field.isTrueFlag()) {
      return "boolean %s = %s;".formatted(name, bit);
    }
    return "%s %s = %s ? %s : null;".formatted(types.boxed(field.type()), name, bit, value);
  }
}
