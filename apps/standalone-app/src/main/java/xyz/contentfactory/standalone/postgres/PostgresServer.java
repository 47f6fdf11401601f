package xyz.contentfactory.standalone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of our own beside the process: started here, stopped by [#close()].
///
/// The caller holds the data folder for itself alone (a lock), so a server that is found running on
/// it was left behind by a process that was killed; it is stopped, then started with our settings.
/// What it had committed is there.
public final class PostgresServer implements AutoCloseable {

  /// A port found free may be taken a moment later by someone else.
  private static final int PORT_ATTEMPTS = 3;

  /// Seconds for `pg_ctl`; recovery after a power cut is part of a start.
  private static final String START_LIMIT = "300";

  private static final String STOP_LIMIT = "60";

  private final Cluster cluster;
  private final ServiceSchemas schemas;
  private final int port;

  private PostgresServer(Cluster cluster, ServiceSchemas schemas, int port) {
    this.cluster = cluster;
    this.schemas = schemas;
    this.port = port;
  }

  /// Blocks until the server answers and every service has its role and schema.
  ///
  /// @throws PostgresFailure with a sentence for the person who starts the process
  public static PostgresServer start(PostgresSettings settings) {
    try {
      Path folder = Files.createDirectories(settings.folder());
      Engine engine = Engine.unpackedIn(Files.createDirectories(settings.engines()));
      Passwords passwords = Passwords.in(folder);
      Cluster cluster = Cluster.in(folder, engine, passwords);
      stopIfLeftBehind(cluster);
      return serve(cluster, passwords, settings);
    } catch (AccessDeniedException denied) {
      throw new PostgresFailure(
          "The database folder cannot be written: " + denied.getFile() + ".", denied);
    } catch (IOException failure) {
      throw new PostgresFailure(
          "The database folder cannot be used: " + failure.getMessage() + ".", failure);
    }
  }

  private static PostgresServer serve(
      Cluster cluster, Passwords passwords, PostgresSettings settings) throws IOException {
    int port = startOnFreePort(cluster, settings.folder().resolve("server.log"));
    PostgresServer server = new PostgresServer(cluster, new ServiceSchemas(port, passwords), port);
    try {
      server.schemas.keep(settings.services());
      return server;
    } catch (SQLException refused) {
      server.close();
      throw new PostgresFailure(
          "The database in %s does not accept the passwords kept beside it: %s."
              .formatted(cluster.folder(), refused.getMessage()),
          refused);
    }
  }

  private static void stopIfLeftBehind(Cluster cluster) throws IOException {
    PostmasterPid left = PostmasterPid.in(cluster.folder());
    if (left == null) {
      return;
    }
    if (left.isRunning()) {
      stop(cluster);
    } else {
      Files.deleteIfExists(left.file());
    }
  }

  private static int startOnFreePort(Cluster cluster, Path log) throws IOException {
    Program start = null;
    for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
      int port = freePort();
      cluster.configure(port);
      Files.deleteIfExists(log);
      start =
          cluster.control(
              "--log=" + log, "--wait", "--timeout=" + START_LIMIT, "--silent", "start");
      if (start.succeeded()) {
        return port;
      }
      pause();
    }
    throw new PostgresFailure(
        "PostgreSQL did not start: " + reason(start, log) + " (more in " + log + ").");
  }

  /// The children of a server that was killed need a moment to notice.
  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String reason(@Nullable Program start, Path log) throws IOException {
    String written = Files.exists(log) ? Cluster.lastLine(Files.readString(log)) : "";
    return written.isEmpty() && start != null ? Cluster.lastLine(start.output()) : written;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void stop(Cluster cluster) {
    Program stop =
        cluster.control("--mode=fast", "--wait", "--timeout=" + STOP_LIMIT, "--silent", "stop");
    if (!stop.succeeded()) {
      throw new PostgresFailure("PostgreSQL did not stop: " + Cluster.lastLine(stop.output()));
    }
  }

  /// The login of a service named in the settings.
  public DatabaseLogin login(String service) {
    try {
      return schemas.login(service);
    } catch (IOException failure) {
      throw new PostgresFailure(
          "The passwords cannot be read: " + failure.getMessage() + ".", failure);
    }
  }

  public int port() {
    return port;
  }

  /// Ends the connections, writes everything down and stops; a second call does nothing.
  @Override
  public void close() {
    if (Files.exists(cluster.folder().resolve("postmaster.pid"))) {
      stop(cluster);
    }
  }
}
