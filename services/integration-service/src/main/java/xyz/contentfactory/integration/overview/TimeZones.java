package xyz.contentfactory.integration.overview;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;

/// The parameter `timeZone`.
final class TimeZones {
  private TimeZones() {}

  static ZoneId parse(@Nullable String name) {
    if (name == null) {
      return ZoneId.of("UTC");
    }
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Complaints.about("timeZone", "Name a time zone of the IANA database.", "unknown");
    }
    return ZoneId.of(name);
  }
}
