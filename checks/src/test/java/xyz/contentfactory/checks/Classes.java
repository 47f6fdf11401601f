package xyz.contentfactory.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The compiled classes of the repository, read from the modules' own folders.
final class Classes {

  private static final JavaClasses PRODUCT = read("target/classes");
  private static final JavaClasses TESTS = read("target/test-classes");

  private Classes() {}

  /// What ships.
  static JavaClasses product() {
    return PRODUCT;
  }

  /// What tests it.
  static JavaClasses tests() {
    return TESTS;
  }

  /// Not the thousands of generated records: the generator's own tests judge them.
  private static boolean isWritten(Location location) {
    return !location.contains("/telegram/tl/type/")
        && !location.contains("/telegram/tl/method/")
        && !location.contains("/telegram/tl/mt/");
  }

  private static JavaClasses read(String folder) {
    List<Path> folders =
        Repository.here().modules().stream()
            .filter(module -> !module.endsWith("checks"))
            .map(module -> module.resolve(folder))
            .filter(Files::isDirectory)
            .toList();
    return new ClassFileImporter().withImportOption(Classes::isWritten).importPaths(folders);
  }
}
