package xyz.contentfactory.kit.rotation;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a change of the key going, on a thread of its own on every node.
public final class RotationWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RotationWork.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final Rotation rotation;
  private final Thread thread;
  private volatile boolean closed;

  private RotationWork(Rotation rotation) {
    this.rotation = rotation;
    this.thread = Thread.ofVirtual().name("rotation of keys").unstarted(this::run);
  }

  public static RotationWork start(Rotation rotation) {
    RotationWork work = new RotationWork(rotation);
    work.thread.start();
    return work;
  }

  private void run() {
    try {
      while (!closed) {
        Thread.sleep(round());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration round() {
    try {
      return rotation.round();
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.warn("the change of the key goes on later", e);
      }
      return AFTER_FAILURE;
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
