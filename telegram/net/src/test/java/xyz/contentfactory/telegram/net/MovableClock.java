package xyz.contentfactory.telegram.net;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Real time plus what the test has added.
final class MovableClock implements InstantSource {
  private volatile Duration added = Duration.ZERO;

  void advance(Duration by) {
    added = added.plus(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(added);
  }
}
