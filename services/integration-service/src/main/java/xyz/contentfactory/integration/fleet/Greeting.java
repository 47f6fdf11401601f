package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The first question on a connection, and the pause before it is asked again: 1, 2, 4 … seconds,
/// at most a minute. Belongs to the actor's thread.
final class Greeting {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final InstantSource clock;
  private boolean answered;
  private int failures;
  private @Nullable Instant notBefore;

  Greeting(InstantSource clock) {
    this.clock = clock;
  }

  boolean isAnswered() {
    return answered;
  }

  void answered() {
    answered = true;
    notBefore = null;
  }

  void failed() {
    failures++;
    Duration pause = RetryRule.pauseAfter(failures);
    notBefore = clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  boolean isDue() {
    return !answered && (notBefore == null || !clock.instant().isBefore(notBefore));
  }

  /// When to ask again; null when that needs no clock.
  @Nullable Instant notBefore() {
    return notBefore;
  }
}
