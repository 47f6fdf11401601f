package xyz.contentfactory.kit.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xyz.contentfactory.kit.health.ReadinessCheck;

/// One service's database: a small pool on its own schema, migrated when opened.
///
/// Transactions are explicit and short: `inTransaction(() -> …)`; nested calls join the outer one.
/// No I/O but SQL belongs inside; code about to do other I/O says `Transactions.mustNotBeOpen()`.
///
/// Nothing waits for ever on a database that hangs: see `Pools` for how long each thing may take.
public final class ServiceDatabase implements AutoCloseable, ReadinessCheck {
  private static final int VALIDITY_SECONDS = 2;

  private final String schema;
  private final Pools pools;
  private final HikariDataSource pool;
  private final JdbcClient sql;
  private final TransactionTemplate transactions;
  private @Nullable HikariDataSource urgentPool;

  private ServiceDatabase(String schema, Pools pools, HikariDataSource pool) {
    this.schema = schema;
    this.pools = pools;
    this.pool = pool;
    this.sql = JdbcClient.create(pool);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /// Connects, creates the schema if it is missing, and runs `classpath:migrations/<schema>`.
  public static ServiceDatabase open(String schema, DatabaseSettings settings) {
    if (!schema.matches("[a-z][a-z_]{0,30}")) {
      throw new IllegalArgumentException("not a schema name: " + schema);
    }
    Pools pools = new Pools(schema, settings);
    HikariDataSource pool = pools.ordinary();
    try {
      migrate(schema, pools.unbounded());
      return new ServiceDatabase(schema, pools, pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static void migrate(String schema, DataSource database) {
    Flyway.configure()
        .dataSource(database)
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

  /// For single statements whose outcome must be known within 3 seconds, such as renewing a lease:
  /// they have connections of their own, so neither a pool that is used up nor a database that
  /// hangs holds them longer. Not part of any transaction.
  public synchronized JdbcClient urgent() {
    if (urgentPool == null) {
      urgentPool = pools.urgent();
    }
    return JdbcClient.create(urgentPool);
  }

  /// A connection outside every pool, without time limits: for listening, which holds it for long.
  public Connection unpooled() throws SQLException {
    return pools.unbounded().getConnection();
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
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    if (urgentPool != null) {
      urgentPool.close();
    }
    pool.close();
  }
}
