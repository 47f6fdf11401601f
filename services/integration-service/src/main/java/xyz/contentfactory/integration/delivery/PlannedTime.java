package xyz.contentfactory.integration.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;

/// When a post is to go out, as exactly as the database keeps it.
///
/// @param zone whose clock the person read; null when that was not said
record PlannedTime(Instant at, @Nullable ZoneId zone) {
  PlannedTime {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /// A moment that has just passed means now: people's clocks differ, and requests take time.
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /// As far as Telegram itself would let a message be scheduled.
  private static final Duration FARTHEST = Duration.ofDays(365);

  /// The time as it arrives.
  ///
  /// @param at an instant with its offset
  /// @param local a date and time on the clock of `timeZone`; only one of the two
  /// @param timeZone a name of the IANA database
  record Wish(@Nullable String at, @Nullable String local, @Nullable String timeZone) {
    boolean isNow() {
      return at == null && local == null;
    }

    Wish at(Instant instant) {
      return new Wish(instant.toString(), null, timeZone);
    }
  }

  static PlannedTime of(Wish wish, Instant now) {
    ZoneId zone = wish.timeZone() == null ? null : zone(wish.timeZone());
    if (wish.at() != null && wish.local() != null) {
      throw Complaints.about(
          "plannedLocal", "Give an instant or a local time, not both.", "not-expected");
    }
    if (wish.at() != null) {
      return new PlannedTime(near(instant(wish.at()), "plannedAt", now), zone);
    }
    if (wish.local() != null) {
      if (zone == null) {
        throw Complaints.about("timeZone", "Name the zone of the local time.", "required");
      }
      return new PlannedTime(near(local(wish.local(), zone), "plannedLocal", now), zone);
    }
    return new PlannedTime(now, zone);
  }

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Complaints.about("timeZone", "Name a time zone of the IANA database.", "unknown");
    }
    return ZoneId.of(name);
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Complaints.about(
          "plannedAt",
          "Write the instant with its offset, such as 2030-05-17T09:30:00+03:00.",
          "wrong-format");
    }
  }

  /// An hour that comes twice in autumn means its first time; one that spring leaves out is
  /// refused.
  private static Instant local(String text, ZoneId zone) {
    LocalDateTime clock;
    try {
      clock = LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw Complaints.about(
          "plannedLocal", "Write the local time such as 2030-05-17T09:30.", "wrong-format");
    }
    if (zone.getRules().getValidOffsets(clock).isEmpty()) {
      throw Complaints.about(
          "plannedLocal", "Clocks in " + zone + " are put forward over this time.", "no-such-time");
    }
    return clock.atZone(zone).toInstant();
  }

  private static Instant near(Instant at, String field, Instant now) {
    if (at.isBefore(now.minus(TOLERANCE))) {
      throw Complaints.about(field, "This moment has passed.", "past");
    }
    if (at.isAfter(now.plus(FARTHEST))) {
      throw Complaints.about(
          field, "Plan at most " + FARTHEST.toDays() + " days ahead.", "out-of-bounds");
    }
    return at.isBefore(now) ? now : at;
  }
}
