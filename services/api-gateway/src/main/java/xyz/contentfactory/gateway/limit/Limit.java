package xyz.contentfactory.gateway.limit;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/// So many at once, and as many again in `period`.
public record Limit(int permits, Duration period) {
  public Limit {
    if (permits < 1 || permits > 1_000_000 || !period.isPositive()) {
      throw new IllegalArgumentException("a limit is written like 30/1m");
    }
  }

  /// Reads `30/1m`; also what configuration binding uses.
  public static Limit of(String text) {
    int slash = text.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("a limit is written like 30/1m");
    }
    return new Limit(
        Integer.parseInt(text.substring(0, slash).strip()),
        DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
  }
}
