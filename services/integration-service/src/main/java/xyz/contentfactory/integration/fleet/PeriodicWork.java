package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that comes round again: each kind on a virtual thread of its own, which says after each
/// round how long to rest. A round that fails is reported and tried again.
public final class PeriodicWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeriodicWork.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final CountDownLatch closed = new CountDownLatch(1);

  public void every(Duration pause, String name, Runnable round) {
    start(
        name,
        () -> {
          round.run();
          return pause;
        });
  }

  /// Begins at once.
  ///
  /// @param round answers how long to rest
  public void start(String name, Supplier<Duration> round) {
    Thread.ofVirtual().name(name).start(() -> run(name, round));
  }

  private void run(String name, Supplier<Duration> round) {
    try {
      Duration pause = Duration.ZERO;
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = once(name, round);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration once(String name, Supplier<Duration> round) {
    try {
      return round.get();
    } catch (RuntimeException e) {
      if (closed.getCount() > 0) {
        LOG.warn("{} failed and is tried again", name, e);
      }
      return AFTER_FAILURE;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
