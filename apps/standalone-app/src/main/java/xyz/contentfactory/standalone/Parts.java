package xyz.contentfactory.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// What was started, to be closed in the opposite order: web, actors, sandbox, database, folder.
///
/// A stop may come in the middle of a start (Ctrl-C); what is started after that is closed at once.
final class Parts implements AutoCloseable {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;

  /// Takes charge of a part.
  ///
  /// @throws StartRefused when everything is being stopped already
  <T extends AutoCloseable> T started(T part) {
    if (take(part)) {
      return part;
    }
    closeQuietly(part);
    throw new StartRefused("Stopped before the start was complete.");
  }

  private synchronized boolean take(AutoCloseable part) {
    if (!closed) {
      started.push(part);
    }
    return !closed;
  }

  private synchronized @Nullable AutoCloseable next() {
    closed = true;
    return started.poll();
  }

  /// Closes each part, also when one of them fails; a second call finds nothing to do.
  @Override
  public void close() {
    AutoCloseable part;
    while ((part = next()) != null) {
      closeQuietly(part);
    }
  }

  /// There is nobody left to tell but the log, and the next part must stop as well.
  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception failure) {
      LoggerFactory.getLogger(Parts.class).warn("a part did not stop cleanly", failure);
    }
  }
}
