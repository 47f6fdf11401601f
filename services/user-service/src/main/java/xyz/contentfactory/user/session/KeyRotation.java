package xyz.contentfactory.user.session;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Once a minute: is it time for a new signing key, has another copy made one?
public final class KeyRotation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final SigningKeys keys;
  private final Duration life;
  private final Thread thread;

  public KeyRotation(SigningKeys keys, Duration life) {
    this.keys = keys;
    this.life = life;
    this.thread = Thread.ofVirtual().name("key-rotation").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        rotate();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// The keys of now stay good when the database cannot be asked.
  private void rotate() {
    try {
      keys.rotate(life);
    } catch (RuntimeException e) {
      LOG.warn("the signing keys could not be looked after: {}", e.toString());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
