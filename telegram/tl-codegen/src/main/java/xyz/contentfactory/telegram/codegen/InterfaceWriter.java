package xyz.contentfactory.telegram.codegen;

import static java.util.stream.Collectors.joining;

/// Writes the sealed interface of a type with several constructors.
final class InterfaceWriter {
  private InterfaceWriter() {}

  static SourceFile write(Model model, String type, JavaName name) {
    SourceFile file = new SourceFile(name, model.layout().runtime());
    String self = name.simpleName();
    String permitted =
        model.constructorsOf(type).stream()
            .map(member -> model.recordOf(member).seenFrom(name.packageName()))
            .collect(joining(", "));
    file.line(0, "public sealed interface " + self + " extends TlObject");
    file.line(2, "permits " + permitted + " {");
    file.line(1, "static " + self + " read(TlReader in) {");
    file.line(2, "int id = in.enter();");
    file.line(2, self + " value =").line(4, "switch (id) {");
    for (Definition member : model.constructorsOf(type)) {
      String record = model.recordOf(member).seenFrom(name.packageName());
      file.line(5, "case %1$s.ID -> %1$s.readBare(in);".formatted(record));
    }
    file.line(5, "default -> throw in.unknown(id, \"" + type + "\");").line(4, "};");
    file.line(2, "in.leave();").line(2, "return value;").line(1, "}");
    return file.line(0, "}");
  }
}
