package xyz.contentfactory.telegram.codegen;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// Writes the compact constructor: no nulls, no mutable lists, and fields of one bit together.
final class ConstructorWriter {
  private final SourceFile file;

  private ConstructorWriter(SourceFile file) {
    this.file = file;
  }

  static void write(SourceFile file, Definition definition, String simpleName) {
    if (definition.visibleFields().isEmpty()) {
      return;
    }
    file.blank().line(1, "public " + simpleName + " {");
    ConstructorWriter writer = new ConstructorWriter(file);
    definition.visibleFields().forEach(writer::check);
    FlagGroups.of(definition).values().stream()
        .filter(group -> group.size() > 1)
        .forEach(writer::keepTogether);
    file.line(1, "}");
  }

  private void check(Field field) {
    String name = Names.camel(field.name());
    if (field.isTrueFlag() || (field.flag() == null && JavaTypes.isPrimitive(field.type()))) {
      return;
    }
    boolean list = field.type().isVector();
    if (field.flag() != null) {
      if (list) {
        file.line(2, "%1$s = %1$s == null ? null : List.copyOf(%1$s);".formatted(name));
      }
    } else if (list) {
      file.line(2, "%1$s = List.copyOf(%1$s);".formatted(name));
    } else {
      file.line(2, "Objects.requireNonNull(%1$s, \"%1$s\");".formatted(name));
    }
  }

  private void keepTogether(List<Field> group) {
    String any = group.stream().map(FlagGroups::present).collect(joining(" || "));
    file.line(2, "if (" + any + ") {");
    for (Field field : group) {
      String name = Names.camel(field.name());
      file.line(
          3,
          field.isTrueFlag()
              ? name + " = true;"
              : "Objects.requireNonNull(%1$s, \"%1$s, it shares %2$s\");"
                  .formatted(name, field.flag()));
    }
    file.line(2, "}");
  }
}
