package xyz.contentfactory.integration.overview;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/// The 24 hours up to now, the last of them still running, on the hours of a person's clock: in
/// zones at half an hour from UTC they begin at half past.
///
/// @param edges the beginnings of the hours, oldest first
/// @param end exclusive
record Day(List<Instant> edges, Instant end) {
  static final int HOURS = 24;

  static Day until(Instant now, ZoneId zone) {
    ZonedDateTime running = now.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    Instant first = running.toInstant().minus(HOURS - 1, ChronoUnit.HOURS);
    List<Instant> edges =
        IntStream.range(0, HOURS).mapToObj(hour -> first.plus(hour, ChronoUnit.HOURS)).toList();
    return new Day(edges, first.plus(HOURS, ChronoUnit.HOURS));
  }

  Instant begin() {
    return edges.getFirst();
  }
}
