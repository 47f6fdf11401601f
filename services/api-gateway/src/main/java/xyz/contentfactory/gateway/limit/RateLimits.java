package xyz.contentfactory.gateway.limit;

import java.time.Duration;

/// Counts attempts. A seam: in memory in one process, a shared store when split.
public interface RateLimits {
  /// Takes one permit of `key`.
  ///
  /// @return zero when there was one, else how long until the next
  Duration take(String key, Limit limit);
}
