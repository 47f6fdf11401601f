package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When one counter's difference is to be asked for: at once, when a gap has lasted, or later after
/// a failure (1, 2, 4 … seconds, at most a minute, or as long as Telegram says).
final class DifferenceWish {
  private static final int MOST_DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private boolean wanted;
  private boolean open;
  private int failures;
  private @Nullable Instant notBefore;

  void want() {
    wanted = true;
  }

  boolean isIdle() {
    return !wanted && !open;
  }

  /// When to ask; null when there is no need, or an answer is awaited.
  ///
  /// @param gapSince since when something is missing, or null
  @Nullable Instant due(@Nullable Instant gapSince) {
    if (open || (!wanted && gapSince == null)) {
      return null;
    }
    var gap = gapSince == null ? Instant.EPOCH : gapSince.plus(UpdateCounter.PATIENCE);
    var when = wanted ? Instant.EPOCH : gap;
    return notBefore != null && notBefore.isAfter(when) ? notBefore : when;
  }

  void begin() {
    open = true;
    wanted = false;
  }

  /// An answer came.
  ///
  /// @param more there is more to ask for at once
  void answered(boolean more) {
    open = false;
    failures = 0;
    notBefore = null;
    wanted |= more;
  }

  /// No answer came, or one that says to ask later.
  ///
  /// @param delay how much later; null when Telegram does not say
  void failed(Instant now, @Nullable Duration delay) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    var pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    failures++;
    open = false;
    wanted = true;
    notBefore = now.plus(delay == null ? pause : delay);
  }
}
