package xyz.contentfactory.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Token buckets of one process, at most `maxKeys` of them: beyond that the one not used for
/// longest is forgotten, which gives its owner a full bucket again but keeps the memory bounded.
public final class RateLimitsInMemory implements RateLimits {
  private final InstantSource clock;
  private final Map<String, Bucket> buckets;

  public RateLimitsInMemory(InstantSource clock, int maxKeys) {
    this.clock = clock;
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > maxKeys;
          }
        };
  }

  private record Bucket(double permits, Instant at) {}

  @Override
  public synchronized Taken take(String key, Limit limit) {
    Instant now = clock.instant();
    double perNano = limit.permits() / (double) limit.period().toNanos();
    Bucket before = buckets.getOrDefault(key, new Bucket(limit.permits(), now));
    double gained = Math.max(0, Duration.between(before.at(), now).toNanos()) * perNano;
    double there = Math.min(limit.permits(), before.permits() + gained);
    boolean granted = there >= 1;
    double left = granted ? there - 1 : there;
    buckets.put(key, new Bucket(left, now));
    return new Taken(
        (int) left,
        granted ? Duration.ZERO : time(1 - left, perNano),
        time(limit.permits() - left, perNano));
  }

  private static Duration time(double permits, double perNano) {
    return Duration.ofNanos((long) Math.ceil(permits / perNano));
  }
}
