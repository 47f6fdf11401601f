package xyz.contentfactory.integration.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.secret.Secret;

/// A PostgreSQL of one test that can be stopped and started again on the same files and port.
public final class RestartablePostgres implements AutoCloseable {
  /// Below the ports that systems hand out by themselves, so that it is still free after a stop.
  private static final int LOWEST_PORT = 20_000;

  private static final int HIGHEST_PORT = 32_000;

  private final Path folder;
  private final int port = freePort();
  private EmbeddedPostgres running;

  public RestartablePostgres() {
    try {
      folder = Files.createTempDirectory("restartable-postgres").resolve("data");
      running = start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("max_connections", "100")
        .start();
  }

  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // the next one, then
      }
    }
  }

  public DatabaseSettings settings() {
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", Secret.of("postgres"), 5);
  }

  /// Every connection breaks in the middle of what it does.
  public void restart() {
    try {
      running.close();
      running = start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
