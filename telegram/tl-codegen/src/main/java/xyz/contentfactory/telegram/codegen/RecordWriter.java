package xyz.contentfactory.telegram.codegen;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// Writes the record of one constructor or function.
final class RecordWriter {
  private final Model model;
  private final Definition definition;
  private final JavaName name;
  private final JavaTypes types;
  private final SourceFile file;

  private RecordWriter(Model model, Definition definition) {
    this.model = model;
    this.definition = definition;
    this.name = model.recordOf(definition);
    this.types = new JavaTypes(model, name.packageName());
    this.file = new SourceFile(name, model.layout().runtime());
  }

  static SourceFile write(Model model, Definition definition) {
    return new RecordWriter(model, definition).write();
  }

  private SourceFile write() {
    String components =
        definition.visibleFields().stream()
            .map(field -> types.declared(field) + " " + Names.camel(field.name()))
            .collect(joining(", "));
    file.line(0, "public record %s(%s)".formatted(name.simpleName() + generic(), components));
    file.line(2, "implements " + parent() + " {");
    file.line(1, "public static final int ID = 0x" + definition.hexId() + ";");
    ConstructorWriter.write(file, definition, name.simpleName());
    identity();
    BodyWriter.write(file, definition, types);
    reading();
    if (definition.function()) {
      reply();
    }
    if (definition.hasOptionalField()) {
      BuilderWriter.write(file, definition, types, name.simpleName());
    }
    return file.line(0, "}");
  }

  private String generic() {
    return definition.generic() ? "<X>" : "";
  }

  private String parent() {
    if (definition.function()) {
      return "TlMethod<" + types.boxed(definition.result()) + ">";
    }
    JavaName type = model.interfaceOf(definition);
    return type == null ? "TlObject" : type.seenFrom(name.packageName());
  }

  private void identity() {
    file.blank().line(1, "@Override").line(1, "public int constructorId() {");
    file.line(2, "return ID;").line(1, "}");
    file.blank().line(1, "@Override").line(1, "public String toString() {");
    file.line(2, "return \"" + definition.name() + "#" + definition.hexId() + "\";").line(1, "}");
    file.blank().line(1, "@Override").line(1, "public void write(TlWriter out) {");
    file.line(2, "out.writeInt(ID);").line(2, "writeBare(out);").line(1, "}");
  }

  private void reading() {
    if (definition.generic()) {
      return;
    }
    BodyReader.write(file, definition, types, name.simpleName());
    if (!definition.function() && model.interfaceOf(definition) == null) {
      String self = name.simpleName();
      file.blank().line(1, "public static " + self + " read(TlReader in) {");
      file.line(2, "in.enter(ID, \"" + definition.name() + "\");");
      file.line(2, self + " value = readBare(in);");
      file.line(2, "in.leave();").line(2, "return value;").line(1, "}");
    }
  }

  private void reply() {
    String result = types.boxed(definition.result());
    file.blank().line(1, "@Override").line(1, "public " + result + " readReply(TlReader in) {");
    List<Field> wrapped =
        definition.fields().stream().filter(field -> field.type().name().equals("!X")).toList();
    if (wrapped.isEmpty()) {
      file.line(2, "in = in.unpacked();");
      file.line(2, "return " + types.read(definition.result()) + ";");
    } else {
      file.line(2, "return " + Names.camel(wrapped.getFirst().name()) + ".readReply(in);");
    }
    file.line(1, "}");
  }
}
