package xyz.contentfactory.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of another program, to its end. The programs run here bound their own time (`pg_ctl
/// -t`).
record Program(int exitCode, String output) {

  boolean succeeded() {
    return exitCode == 0;
  }

  /// Runs with a bare environment: nothing of ours leaks into it, no `PG*` variable bends it.
  static Program run(Path folder, List<String> prefix, List<String> command) {
    List<String> words = new ArrayList<>(prefix);
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    environment.clear();
    environment.putAll(Map.of("PATH", path, "LC_ALL", "C"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Program(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException absent) {
      return new Program(127, String.valueOf(absent.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure("Interrupted while PostgreSQL was at work.", interrupted);
    }
  }
}
