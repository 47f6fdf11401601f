package xyz.contentfactory.telegram.tl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Every class file of this module, found on disk, so that nothing generated can be forgotten.
final class GeneratedClasses {
  static final Path ROOT = root();
  private static final List<Class<? extends TlObject>> RECORDS = findRecords();

  private GeneratedClasses() {}

  private static Path root() {
    try {
      return Path.of(TlObject.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Path> files() {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(path -> path.toString().endsWith(".class")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The records of all constructors and functions, sorted by name.
  static List<Class<? extends TlObject>> records() {
    return RECORDS;
  }

  private static List<Class<? extends TlObject>> findRecords() {
    return files().stream()
        .map(GeneratedClasses::load)
        .filter(Class::isRecord)
        .filter(TlObject.class::isAssignableFrom)
        .<Class<? extends TlObject>>map(each -> each.asSubclass(TlObject.class))
        .toList();
  }

  /// Those that can be read: all but the functions that wrap another one.
  static List<Class<? extends TlObject>> readable() {
    return records().stream().filter(each -> each.getTypeParameters().length == 0).toList();
  }

  static int idOf(Class<? extends TlObject> type) {
    try {
      return type.getField("ID").getInt(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(Path file) {
    String name = ROOT.relativize(file).toString().replace('/', '.').replace('\\', '.');
    try {
      return Class.forName(name.substring(0, name.length() - ".class".length()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
