package xyz.contentfactory.kit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xyz.contentfactory.kit.health.ReadinessCheck;

/// One service's database: a small pool on its own schema, migrated when opened.
///
/// Transactions are explicit and short: `inTransaction(() -> …)`; nested calls join the outer one.
/// No I/O but SQL belongs inside; code about to do other I/O says `Transactions.mustNotBeOpen()`.
public final class ServiceDatabase implements AutoCloseable, ReadinessCheck {
  private static final int VALIDITY_SECONDS = 2;

  private final String schema;
  private final HikariDataSource pool;
  private final JdbcClient sql;
  private final TransactionTemplate transactions;

  private ServiceDatabase(String schema, HikariDataSource pool) {
    this.schema = schema;
    this.pool = pool;
    this.sql = JdbcClient.create(pool);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /// Connects, creates the schema if it is missing, and runs `classpath:migrations/<schema>`.
  public static ServiceDatabase open(String schema, DatabaseSettings settings) {
    if (!schema.matches("[a-z][a-z_]{0,30}")) {
      throw new IllegalArgumentException("not a schema name: " + schema);
    }
    HikariDataSource pool = new HikariDataSource(poolOf(schema, settings));
    try {
      migrate(schema, pool);
      return new ServiceDatabase(schema, pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig poolOf(String schema, DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("db-" + schema);
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    config.setPassword(settings.password().reveal());
    config.setSchema(schema);
    config.setMaximumPoolSize(settings.maxConnections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.addDataSourceProperty("ApplicationName", "content-factory-" + schema);
    return config;
  }

  private static void migrate(String schema, HikariDataSource pool) {
    Flyway.configure()
        .dataSource(pool)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("classpath:migrations/" + schema)
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }

  public String schema() {
    return schema;
  }

  /// For single statements; inside `inTransaction` it takes part in the transaction.
  public JdbcClient sql() {
    return sql;
  }

  public TransactionTemplate transactions() {
    return transactions;
  }

  /// Runs `work` in one transaction; any exception rolls back.
  public <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(status -> work.get());
  }

  public void inTransaction(Runnable work) {
    transactions.executeWithoutResult(status -> work.run());
  }

  @Override
  public String part() {
    return "database-" + schema;
  }

  @Override
  public boolean isReady() {
    try (var connection = pool.getConnection()) {
      return connection.isValid(VALIDITY_SECONDS);
    } catch (java.sql.SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
