package xyz.contentfactory.telegram.codegen;

import java.util.List;

/// Writes the class that finds a record's reader by its id.
///
/// HotSpot does not compile methods above 8,000 bytecodes, so ids are spread over many small
/// switches: first by their low bits, then by the whole id.
final class RegistryWriter {
  private static final int AIM_PER_BUCKET = 32;

  private RegistryWriter() {}

  static SourceFile write(Model model) {
    JavaName name = new JavaName(model.layout().runtime(), model.layout().registry());
    List<Definition> readable =
        model.schema().definitions().stream().filter(each -> !each.generic()).toList();
    int buckets = Math.max(1, Integer.highestOneBit(readable.size() / AIM_PER_BUCKET));
    SourceFile file = new SourceFile(name, model.layout().runtime());
    file.line(0, "final class " + name.simpleName() + " {");
    file.line(1, "private " + name.simpleName() + "() {}");
    file.blank().line(1, "/// Null for an id that the schema does not know.");
    file.line(1, "static @Nullable TlObject readBare(int id, TlReader in) {");
    file.line(2, "return switch (id & %d) {".formatted(buckets - 1));
    for (int bucket = 0; bucket < buckets; bucket++) {
      String label = bucket == buckets - 1 ? "default" : "case " + bucket;
      file.line(3, "%s -> bucket%d(id, in);".formatted(label, bucket));
    }
    file.line(2, "};").line(1, "}");
    for (int bucket = 0; bucket < buckets; bucket++) {
      bucket(file, model, readable, bucket, buckets);
    }
    return file.line(0, "}");
  }

  private static void bucket(
      SourceFile file, Model model, List<Definition> readable, int bucket, int buckets) {
    file.blank();
    file.line(
        1, "private static @Nullable TlObject bucket%d(int id, TlReader in) {".formatted(bucket));
    file.line(2, "return switch (id) {");
    for (Definition definition : readable) {
      if ((definition.id() & (buckets - 1)) == bucket) {
        String record = model.recordOf(definition).qualified();
        file.line(3, "case 0x%s -> %s.readBare(in);".formatted(definition.hexId(), record));
      }
    }
    file.line(3, "default -> null;").line(2, "};").line(1, "}");
  }
}
