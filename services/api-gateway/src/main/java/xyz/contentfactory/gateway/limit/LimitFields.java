package xyz.contentfactory.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Tells a client how much it may still ask. `RateLimit-Policy` and `RateLimit` are the fields of
/// the IETF draft: every counter that this request met, and the one closest to its end. The older
/// `RateLimit-Limit`, `-Remaining` and `-Reset`, which more programs know, say that last one again.
final class LimitFields {
  private static final String MET = LimitFields.class.getName();

  private LimitFields() {}

  /// One counter and what was left of it.
  record Met(Counter counter, Limit limit, Taken taken) {}

  /// Adds what this stage has met to what an earlier one did, and writes the fields.
  static void write(HttpServletRequest request, HttpServletResponse response, List<Met> more) {
    List<Met> all = new ArrayList<>(before(request));
    all.addAll(more);
    request.setAttribute(MET, all);
    if (all.isEmpty()) {
      return;
    }
    Met closest =
        all.stream()
            .min(
                Comparator.<Met>comparingInt(met -> met.taken().remaining())
                    .thenComparing(met -> met.taken().delay(), Comparator.reverseOrder()))
            .orElseThrow();
    response.setHeader(
        "RateLimit-Policy",
        all.stream().map(LimitFields::policy).collect(Collectors.joining(", ")));
    long reset = seconds(closest.taken().untilFull());
    response.setHeader(
        "RateLimit",
        "\"%s\";r=%d;t=%d"
            .formatted(closest.counter().wireName(), closest.taken().remaining(), reset));
    response.setHeader("RateLimit-Limit", Integer.toString(closest.limit().permits()));
    response.setHeader("RateLimit-Remaining", Integer.toString(closest.taken().remaining()));
    response.setHeader("RateLimit-Reset", Long.toString(reset));
  }

  private static List<Met> before(HttpServletRequest request) {
    return request.getAttribute(MET) instanceof List<?> met
        ? met.stream().map(Met.class::cast).toList()
        : List.of();
  }

  private static String policy(Met met) {
    return "\"%s\";q=%d;w=%d"
        .formatted(met.counter().wireName(), met.limit().permits(), seconds(met.limit().period()));
  }

  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }
}
