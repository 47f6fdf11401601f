package xyz.contentfactory.kit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The connections of one service, and how long a call on them may take at most. The server ends a
/// statement first; the socket's timeout is for a server that does not answer at all.
///
/// | | waits for a connection | a statement | a silent socket |
/// | --- | --- | --- | --- |
/// | ordinary | 5 s | 10 s | 15 s |
/// | urgent | 1.5 s (0.25 s more when it turns out dead) | 0.9 s | 1 s |
/// | migrations | - | no end | no end |
record Pools(String schema, DatabaseSettings settings) {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /// A transaction left open, by a machine that vanished for example, lets go of its locks.
  private static final Duration ABANDONED = Duration.ofSeconds(15);

  private static final int URGENT_CONNECTIONS = 2;

  HikariDataSource ordinary() {
    HikariConfig config = config("db-" + schema, Duration.ofSeconds(10), Duration.ofSeconds(15));
    config.setMaximumPoolSize(settings.maxConnections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setValidationTimeout(2_000);
    return new HikariDataSource(config);
  }

  /// Every call ends within 3 seconds: 1.5 + 0.25 + 1. It comes up without asking the database, so
  /// that a database that is away costs the first call no more than any other.
  HikariDataSource urgent() {
    HikariConfig config =
        config("db-" + schema + "-urgent", Duration.ofMillis(900), Duration.ofSeconds(1));
    config.setMaximumPoolSize(URGENT_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(1_500);
    config.setValidationTimeout(250);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /// For migrations, which may take as long as they take.
  DataSource unbounded() {
    Properties properties = new Properties();
    properties.setProperty("user", settings.username());
    properties.setProperty("password", settings.password().reveal());
    properties.setProperty("ApplicationName", applicationName());
    properties.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    return new DriverManagerDataSource(settings.url(), properties);
  }

  private HikariConfig config(String name, Duration statement, Duration socket) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    config.setPassword(settings.password().reveal());
    config.setSchema(schema);
    config.addDataSourceProperty("ApplicationName", applicationName());
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    config.addDataSourceProperty("socketTimeout", Long.toString(socket.toSeconds()));
    config.addDataSourceProperty(
        "options",
        "-c statement_timeout=%d -c idle_in_transaction_session_timeout=%d"
            .formatted(statement.toMillis(), ABANDONED.toMillis()));
    return config;
  }

  private String applicationName() {
    return "content-factory-" + schema;
  }
}
