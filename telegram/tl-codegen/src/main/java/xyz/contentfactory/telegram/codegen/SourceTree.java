package xyz.contentfactory.telegram.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder that holds exactly the generated files.
///
/// Unchanged files are left alone, so that the compiler sees nothing new when the schema is the
/// same.
record SourceTree(Path root) {

  /// Writes and deletes until the folder holds exactly these files; returns how many it took.
  int replaceWith(Map<String, String> files) throws IOException {
    int changes = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, file.getValue());
        changes++;
      }
    }
    for (Path stale : staleFiles(files)) {
      Files.delete(stale);
      changes++;
    }
    return changes;
  }

  private List<Path> staleFiles(Map<String, String> files) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(path -> !files.containsKey(root.relativize(path).toString().replace('\\', '/')))
          .toList();
    }
  }
}
