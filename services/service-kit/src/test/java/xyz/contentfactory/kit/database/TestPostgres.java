package xyz.contentfactory.kit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import xyz.contentfactory.kit.secret.Secret;

/// One PostgreSQL for all tests of a JVM, started by the first that asks; every `freshDatabase()`
/// is an empty database of its own. Part of the test jar, so that services use it too.
public final class TestPostgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPostgres() {}

  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Settings of a new, empty database.
  public static DatabaseSettings freshDatabase() {
    String name = "test_" + DATABASES.incrementAndGet();
    try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("no test database", e);
    }
    return new DatabaseSettings(
        Server.RUNNING.getJdbcUrl("postgres", name), "postgres", Secret.of("postgres"), 5);
  }
}
