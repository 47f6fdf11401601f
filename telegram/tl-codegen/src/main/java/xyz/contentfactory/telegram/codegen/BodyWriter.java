package xyz.contentfactory.telegram.codegen;

import java.util.List;

/// Writes the method that writes a record's fields, without its id.
final class BodyWriter {
  private BodyWriter() {}

  static void write(SourceFile file, Definition definition, JavaTypes types) {
    file.blank().line(1, "public void writeBare(TlWriter out) {");
    flagWords(file, definition);
    List<Field> fields = definition.fields();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String name = Names.camel(field.name());
      if (definition.isLengthOfBody(i)) {
        file.line(2, "out.writeInt(" + Names.camel(fields.get(i + 1).name()) + ".length());");
      } else if (field.isFlagWord()) {
        file.line(2, "out.writeInt(" + name + ");");
      } else if (field.isOptionalValue()) {
        file.line(2, "if (this." + name + " != null) {");
        file.line(3, types.write(field.type(), "this." + name) + ";").line(2, "}");
      } else if (!field.isTrueFlag()) {
        file.line(2, types.write(field.type(), "this." + name) + ";");
      }
    }
    file.line(1, "}");
  }

  private static void flagWords(SourceFile file, Definition definition) {
    definition.fields().stream()
        .filter(Field::isFlagWord)
        .forEach(word -> file.line(2, "int " + Names.camel(word.name()) + " = 0;"));
    FlagGroups.of(definition)
        .forEach((flag, fields) -> {
          file.line(2, "if (this." + FlagGroups.present(fields.getFirst()) + ") {");
          file.line(3, "%s |= 1 << %d;".formatted(Names.camel(flag.field()), flag.bit()));
          file.line(2, "}");
        });
  }
}
