package xyz.contentfactory.integration.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A [TestNode] in a process of its own, which can be killed.
public final class NodeProcess implements AutoCloseable {
  private static final String READY = "node at ";

  private final Process process;
  private final URI address;

  private NodeProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  public static NodeProcess start(Map<String, Object> settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    settings.forEach((name, value) -> command.add(name + "=" + value));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new NodeProcess(process, awaitAddress(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URI awaitAddress(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        Thread.ofVirtual().start(() -> out.lines().forEach(ignored -> {}));
        return URI.create(line.substring(READY.length()));
      }
    }
    throw new AssertionError("the node did not start");
  }

  public URI address() {
    return address;
  }

  /// What it has used of the processors so far.
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// What it holds of the machine's memory; 0 where the system does not say.
  public long residentMegabytes() {
    try (var lines = Files.lines(Path.of("/proc/%d/status".formatted(process.pid())))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException notLinux) {
      return 0;
    }
  }

  /// As `kill -9` does: nothing is told, nothing is given back.
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /// The process.
  static final class Main {
    private Main() {}

    public static void main(String[] settings) {
      Map<String, Object> properties = new LinkedHashMap<>();
      for (String setting : settings) {
        int equals = setting.indexOf('=');
        properties.put(setting.substring(0, equals), setting.substring(equals + 1));
      }
      TestNode node = TestNode.start(properties, new MovableClock());
      System.out.println(READY + node.address());
    }
  }
}
