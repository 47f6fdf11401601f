package xyz.contentfactory.gateway.limit;

/// Counts attempts. A seam: in memory in one process, a shared store when split.
public interface RateLimits {
  /// Takes one permit of `key`.
  Taken take(String key, Limit limit);
}
