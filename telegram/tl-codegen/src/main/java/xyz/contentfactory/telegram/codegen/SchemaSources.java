package xyz.contentfactory.telegram.codegen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// All source files of one schema, by their path.
final class SchemaSources {
  private SchemaSources() {}

  static Map<String, String> of(Model model) {
    Map<String, String> files = new LinkedHashMap<>();
    Set<String> packages = new TreeSet<>();
    model
        .interfaces()
        .forEach((type, name) -> add(files, packages, InterfaceWriter.write(model, type, name)));
    for (Definition definition : model.schema().definitions()) {
      add(files, packages, RecordWriter.write(model, definition));
    }
    for (String each : packages) {
      files.put(each.replace('.', '/') + "/package-info.java", packageInfo(each));
    }
    SourceFile registry = RegistryWriter.write(model);
    files.put(registry.name().path(), registry.text());
    return files;
  }

  private static void add(Map<String, String> files, Set<String> packages, SourceFile file) {
    files.put(file.name().path(), file.text());
    packages.add(file.name().packageName());
  }

  private static String packageInfo(String name) {
    return "@org.jspecify.annotations.NullMarked\npackage " + name + ";\n";
  }

  /// The class that carries the number of the schema's layer.
  static Map<String, String> layer(Model model) {
    JavaName name = new JavaName(model.layout().runtime(), "TlSchema");
    SourceFile file = new SourceFile(name, model.layout().runtime());
    file.line(0, "/// The API schema that this module was generated from.");
    file.line(0, "public final class TlSchema {");
    file.line(1, "public static final int LAYER = " + model.schema().layer() + ";");
    file.blank().line(1, "private TlSchema() {}");
    return Map.of(name.path(), file.line(0, "}").text());
  }
}
