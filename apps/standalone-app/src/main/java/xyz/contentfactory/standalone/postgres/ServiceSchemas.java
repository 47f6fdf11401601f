package xyz.contentfactory.standalone.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// One database, in it one schema and one role a service; no role sees another's schema.
final class ServiceSchemas {

  static final String DATABASE = "content_factory";

  private final int port;
  private final Passwords passwords;

  ServiceSchemas(int port, Passwords passwords) {
    this.port = port;
    this.passwords = passwords;
  }

  /// Idempotent: a second start changes nothing, a start that was cut is completed.
  void keep(List<String> services) throws IOException, SQLException {
    try (Connection connection = open(Cluster.SUPERUSER)) {
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        execute(connection, "CREATE DATABASE " + DATABASE);
        execute(connection, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      }
    }
    try (Connection connection = open(DATABASE)) {
      for (String service : services) {
        keep(connection, service);
      }
    }
  }

  private void keep(Connection connection, String service) throws IOException, SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + service + "'")) {
      execute(connection, "CREATE ROLE " + service + " LOGIN");
    }
    execute(connection, "ALTER ROLE " + service + " PASSWORD '" + passwords.of(service) + "'");
    execute(connection, "ALTER ROLE " + service + " SET search_path = " + service);
    execute(connection, "GRANT CONNECT ON DATABASE " + DATABASE + " TO " + service);
    execute(connection, "CREATE SCHEMA IF NOT EXISTS " + service + " AUTHORIZATION " + service);
  }

  DatabaseLogin login(String service) throws IOException {
    return new DatabaseLogin(url(DATABASE), service, passwords.of(service));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Connection open(String database) throws IOException, SQLException {
    return DriverManager.getConnection(
        url(database), Cluster.SUPERUSER, passwords.of(Cluster.SUPERUSER));
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
