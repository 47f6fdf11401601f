package xyz.contentfactory.standalone.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs of one version, unpacked from the classpath once.
record Engine(Path home, String version) {

  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  /// The archives that the binaries' jars carry; the build puts one of them on the classpath.
  private static final List<String> ARCHIVES =
      List.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64");

  int majorVersion() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  static Engine unpackedIn(Path engines) throws IOException {
    String version = shippedVersion();
    String archive = shippedArchive();
    Path home = engines.resolve("postgresql-" + version + "-" + archive);
    if (!Files.isDirectory(home)) {
      unpack("/postgres-" + archive + ".txz", home);
    }
    return new Engine(home, version);
  }

  private static String shippedVersion() throws IOException {
    try (InputStream in = resource("engine.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "");
    }
  }

  private static String shippedArchive() {
    for (String archive : ARCHIVES) {
      if (Engine.class.getResource("/postgres-" + archive + ".txz") != null) {
        return archive;
      }
    }
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    throw new PostgresFailure(
        "This build carries no PostgreSQL for %s; build it on that machine."
            .formatted(machine.toLowerCase(Locale.ROOT)));
  }

  static InputStream resource(String name) {
    InputStream in = Engine.class.getResourceAsStream(name);
    if (in == null) {
      throw new PostgresFailure("This build is not complete: " + name + " is missing.");
    }
    return in;
  }

  /// Unpacks beside the target and renames, so that a start that was cut leaves no half of an
  /// engine.
  private static void unpack(String archive, Path home) throws IOException {
    Path parts = Files.createDirectories(home.resolveSibling(".unpacking-" + UUID.randomUUID()));
    try (var in =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(resource(archive))))) {
      TarArchiveEntry entry;
      while ((entry = nextEntry(in)) != null) {
        place(entry, in, parts);
      }
    }
    Files.setPosixFilePermissions(parts, EXECUTABLE);
    try {
      Files.move(parts, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
      delete(parts);
    }
  }

  private static @Nullable TarArchiveEntry nextEntry(TarArchiveInputStream in) throws IOException {
    return in.getNextEntry();
  }

  private static void place(TarArchiveEntry entry, InputStream content, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("an entry points outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      Files.setPosixFilePermissions(target, EXECUTABLE);
      return;
    }
    Files.createDirectories(parentOf(target));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? READABLE : EXECUTABLE);
    }
  }

  private static Path parentOf(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
