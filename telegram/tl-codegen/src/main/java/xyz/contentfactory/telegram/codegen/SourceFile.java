package xyz.contentfactory.telegram.codegen;

import java.util.ArrayList;
import java.util.List;

/// The text of one generated file; imports are the fixed few that its body mentions.
final class SourceFile {
  private static final List<String> RUNTIME =
      List.of("Bytes", "TlMethod", "TlObject", "TlReader", "TlWriter");

  private final JavaName name;
  private final String runtime;
  private final StringBuilder body = new StringBuilder();

  SourceFile(JavaName name, String runtime) {
    this.name = name;
    this.runtime = runtime;
  }

  JavaName name() {
    return name;
  }

  /// Appends one line, indented by two spaces a level.
  SourceFile line(int level, String text) {
    body.append("  ".repeat(level)).append(text).append('\n');
    return this;
  }

  SourceFile blank() {
    body.append('\n');
    return this;
  }

  String text() {
    String written = body.toString();
    List<String> imports = new ArrayList<>();
    if (!name.packageName().equals(runtime)) {
      for (String simple : RUNTIME) {
        addIfMentioned(imports, written, runtime + "." + simple, simple);
      }
    }
    addIfMentioned(imports, written, "java.util.List", "List<");
    addIfMentioned(imports, written, "java.util.Objects", "Objects.");
    addIfMentioned(imports, written, "org.jspecify.annotations.Nullable", "@Nullable");
    StringBuilder text = new StringBuilder("package ").append(name.packageName()).append(";\n\n");
    imports.forEach(each -> text.append("import ").append(each).append(";\n"));
    return text.append(imports.isEmpty() ? "" : "\n").append(written).toString();
  }

  private static void addIfMentioned(
      List<String> imports, String body, String qualified, String mention) {
    if (body.contains(mention)) {
      imports.add(qualified);
    }
  }
}
