package xyz.contentfactory.integration.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import xyz.contentfactory.integration.delivery.Deliveries;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Hears what other nodes plan for accounts that this one holds: PostgreSQL's LISTEN, on a
/// connection of its own.
public final class DueNotices implements AutoCloseable {
  /// A silent connection is tried this often.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final int VALIDITY_SECONDS = 2;

  private final ServiceDatabase database;
  private final DueClock clock;
  private volatile @Nullable Connection open;
  private volatile boolean closed;

  public DueNotices(ServiceDatabase database, DueClock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Listens until the connection breaks or this is closed.
  ///
  /// @return how long to rest before listening again
  public Duration listen() {
    try (Connection connection = database.unpooled()) {
      open = connection;
      try (var listen = connection.createStatement()) {
        listen.execute("listen " + Deliveries.NOTICES);
      }
      clock.wakeAll();
      hear(connection);
    } catch (SQLException e) {
      if (!closed) {
        throw new IllegalStateException("notices of planned posts are not heard now", e);
      }
    }
    return Duration.ZERO;
  }

  private void hear(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] notices = postgres.getNotifications((int) SILENCE.toMillis());
      if (notices == null || notices.length == 0) {
        mustBeAlive(connection);
      } else {
        for (PGNotification notice : notices) {
          clock.wake(UUID.fromString(notice.getParameter()));
        }
      }
    }
  }

  private static void mustBeAlive(Connection connection) throws SQLException {
    if (!connection.isValid(VALIDITY_SECONDS)) {
      throw new SQLException("the connection is dead");
    }
  }

  @Override
  public void close() {
    closed = true;
    Connection connection = open;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
