package xyz.contentfactory.telegram.codegen;

import static java.util.stream.Collectors.joining;

/// Writes the builder of a record that has optional fields.
final class BuilderWriter {
  private BuilderWriter() {}

  static void write(SourceFile file, Definition definition, JavaTypes types, String self) {
    String generic = definition.generic() ? "<X>" : "";
    String builder = "Builder" + generic;
    String typed = definition.generic() ? "<X> " : "";
    file.blank().line(1, "public static %s%s builder() {".formatted(typed, builder));
    file.line(2, "return new Builder" + (typed.isEmpty() ? "" : "<>") + "();").line(1, "}");
    file.blank().line(1, "public static final class " + builder + " {");
    for (Field field : definition.visibleFields()) {
      file.line(2, "private %s %s;".formatted(types.declared(field), Names.camel(field.name())));
    }
    file.blank().line(2, "private Builder() {}");
    for (Field field : definition.visibleFields()) {
      String name = Names.camel(field.name());
      file.blank();
      file.line(2, "public %s %s(%s value) {".formatted(builder, name, types.declared(field)));
      file.line(3, "this." + name + " = value;").line(3, "return this;").line(2, "}");
    }
    String arguments =
        definition.visibleFields().stream()
            .map(field -> Names.camel(field.name()))
            .collect(joining(", "));
    file.blank().line(2, "public " + self + generic + " build() {");
    String diamond = definition.generic() ? "<>" : "";
    file.line(3, "return new %s%s(%s);".formatted(self, diamond, arguments));
    file.line(2, "}").line(1, "}");
  }
}
