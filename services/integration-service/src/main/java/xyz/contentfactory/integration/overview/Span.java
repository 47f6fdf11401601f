package xyz.contentfactory.integration.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.storage.SqlTime;

/// A time cut into hours or days of a person's clock, the last of them maybe still running.
///
/// @param edges the beginnings of the buckets, oldest first
/// @param end exclusive
record Span(Bucket bucket, List<Instant> edges, Instant end) {
  /// How a time is cut. Published in the API: names are never changed.
  enum Bucket {
    HOUR,
    DAY;

    private ZonedDateTime begin(ZonedDateTime at) {
      return at.truncatedTo(this == HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS);
    }

    private ZonedDateTime next(ZonedDateTime begin) {
      return this == HOUR ? begin.plusHours(1) : begin.plusDays(1);
    }
  }

  private static final int MOST_BUCKETS = 24 * 31;
  private static final Duration A_DAY = Duration.ofDays(1);

  /// Parses what a person asked for.
  ///
  /// @param from absent: a day before `to`
  /// @param to absent: now
  /// @param bucket absent: hours
  static Span parse(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Bucket bucket,
      ZoneId zone,
      Instant now) {
    Instant last = SqlTime.asked("to", to);
    Instant first = SqlTime.asked("from", from);
    Instant end = last == null ? now : last;
    Instant begin = first == null ? end.minus(A_DAY) : first;
    if (!begin.isBefore(end)) {
      throw Complaints.about("from", "It must be before the end.", "out-of-bounds");
    }
    Bucket size = bucket == null ? Bucket.HOUR : bucket;
    // asked before anything is counted out, because a person may ask for a thousand years
    long hours = Duration.between(begin, end).toHours();
    if (hours / (size == Bucket.HOUR ? 1 : 24) > MOST_BUCKETS - 2) {
      throw Complaints.about(
          "from", "At most " + MOST_BUCKETS + " hours or days at once.", "out-of-bounds");
    }
    List<Instant> edges = new ArrayList<>();
    ZonedDateTime edge = size.begin(begin.atZone(zone));
    while (edge.toInstant().isBefore(end)) {
      edges.add(edge.toInstant());
      edge = size.next(edge);
    }
    return new Span(size, List.copyOf(edges), edge.toInstant());
  }

  Instant begin() {
    return edges.getFirst();
  }
}
