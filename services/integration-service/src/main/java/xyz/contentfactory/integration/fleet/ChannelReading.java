package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// When the account's channels are to be read again: at the beginning, and when updates do not say
/// what changed, but not for each word of it. Belongs to the actor's thread.
final class ChannelReading {
  private static final Duration REST = Duration.ofSeconds(10);

  private final InstantSource clock;
  private boolean wanted;
  private Instant notBefore = Instant.MIN;

  ChannelReading(InstantSource clock) {
    this.clock = clock;
  }

  /// @param needed false changes nothing
  void want(boolean needed) {
    wanted |= needed;
  }

  /// True when it is to be done now; then it counts as done.
  boolean begin() {
    Instant now = clock.instant();
    if (!wanted || now.isBefore(notBefore)) {
      return false;
    }
    wanted = false;
    notBefore = now.plus(REST);
    return true;
  }

  /// When to begin; null when nothing is wanted.
  @Nullable Instant notBefore() {
    return wanted ? notBefore : null;
  }
}
