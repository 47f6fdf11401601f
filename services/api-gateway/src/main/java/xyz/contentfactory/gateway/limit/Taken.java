package xyz.contentfactory.gateway.limit;

import java.time.Duration;

/// The outcome of taking one permit.
///
/// @param remaining whole permits that are left
/// @param delay zero when the permit was there, else how long until the next
/// @param untilFull how long until all permits are there again
public record Taken(int remaining, Duration delay, Duration untilFull) {
  public boolean isGranted() {
    return delay.isZero();
  }
}
