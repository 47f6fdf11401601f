package xyz.contentfactory.telegram.net;

import java.time.Duration;
import xyz.contentfactory.telegram.crypto.Entropy;

/// Waits that double up to a limit, with full jitter: each is random between nothing and the
/// current bound, so that a thousand clients do not come back in step.
///
/// @param base bound of the first wait
/// @param limit bound of all waits
public record Backoff(Duration base, Duration limit) {
  /// 2^20 times the base is beyond any sensible limit.
  private static final int MAX_DOUBLINGS = 20;

  public Backoff {
    if (!base.isPositive() || limit.compareTo(base) < 0) {
      throw new IllegalArgumentException("the base is positive and not above the limit");
    }
  }

  /// The wait before the attempt after `failures` failed ones (1 = the first wait).
  Duration delay(int failures, Entropy entropy) {
    var bound = bound(failures).toMillis();
    return Duration.ofMillis(Math.floorMod(entropy.nextLong(), bound + 1));
  }

  Duration bound(int failures) {
    var doubled = base.multipliedBy(1L << Math.clamp(failures - 1L, 0, MAX_DOUBLINGS));
    return doubled.compareTo(limit) < 0 ? doubled : limit;
  }
}
