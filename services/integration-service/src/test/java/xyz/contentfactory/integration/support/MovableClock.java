package xyz.contentfactory.integration.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The system's clock, moved on by tests.
public final class MovableClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  public synchronized void move(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
