package xyz.contentfactory.user.link;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How often the same mail may go to the same member: one a minute, five an hour.
public final class Pace {
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int IN_WINDOW = 5;

  private Pace() {}

  public static Instant windowBefore(Instant now) {
    return now.minus(WINDOW);
  }

  /// How long until the next one; zero when it may go now.
  ///
  /// @param sent when the ones within the window went, newest first
  public static Duration wait(List<Instant> sent, Instant now) {
    if (sent.isEmpty()) {
      return Duration.ZERO;
    }
    Instant next = sent.getFirst().plus(BETWEEN);
    if (sent.size() >= IN_WINDOW) {
      Instant free = sent.get(IN_WINDOW - 1).plus(WINDOW);
      next = free.isAfter(next) ? free : next;
    }
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }
}
