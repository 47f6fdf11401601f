package xyz.contentfactory.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The files of one tree as a person wrote them: nothing built, installed or private.
record Repository(Path root) {

  private static final Set<String> NOT_OURS =
      Set.of(
          ".git",
          "target",
          "node_modules",
          "dist",
          "data",
          ".factory",
          ".idea",
          ".vscode",
          "screenshots");

  /// The tree that these tests were started in.
  static Repository here() {
    Path module = Path.of("").toAbsolutePath();
    for (Path folder = module; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return new Repository(folder);
      }
    }
    throw new IllegalStateException("not started inside the repository: " + module);
  }

  List<Path> files(Predicate<String> relativePath) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean skip =
                  !folder.equals(root) && NOT_OURS.contains(folder.getFileName().toString());
              return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && relativePath.test(name(file))) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return found.stream().sorted().toList();
  }

  List<Path> files(String... endings) {
    return files(path -> Stream.of(endings).anyMatch(path::endsWith));
  }

  /// The folders that hold a module of the build.
  List<Path> modules() {
    return files("pom.xml").stream()
        .map(file -> file.resolveSibling("."))
        .map(Path::normalize)
        .filter(folder -> !folder.equals(root))
        .toList();
  }

  /// The path from the root, with `/` on every system.
  String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  /// The text of a file; empty for one that is not text.
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException notText) {
      return "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<String> lines(Path file) {
    return text(file).lines().toList();
  }
}
