package xyz.contentfactory.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a running server writes about itself into its cluster.
///
/// @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">postmaster.pid</a>
record PostmasterPid(Path file, long pid) {

  static @Nullable PostmasterPid in(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return null;
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return new PostmasterPid(
          file, lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip()));
    } catch (NumberFormatException torn) {
      return new PostmasterPid(file, -1);
    }
  }

  /// False also when the number now belongs to some other program.
  boolean isRunning() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("/postgres"))
        .isPresent();
  }
}
