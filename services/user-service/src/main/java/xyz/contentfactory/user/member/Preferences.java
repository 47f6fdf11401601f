package xyz.contentfactory.user.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How a member wants the cabinet; what is null was never said, and the browser's own way is right.
///
/// @param timeZone a name of the IANA database; see `isTimeZone`
/// @param accountMails whether they want mails about their accounts; null means yes
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(
    @Nullable Language language,
    @Schema(description = "A name of the IANA time zone database", example = "Europe/Moscow")
        @Nullable String timeZone,
    @Nullable Theme theme,
    @Schema(description = "Whether I am written to when an account of mine stops")
        @Nullable Boolean accountMails) {
  public static final Preferences NONE = new Preferences(null, null, null, null);

  public Preferences {
    if (timeZone != null && !isTimeZone(timeZone)) {
      throw new IllegalArgumentException("not a time zone");
    }
  }

  /// A region of the IANA database. Bare offsets such as `+03:00` are none: they know no summer
  /// time.
  public static boolean isTimeZone(String name) {
    return ZoneId.getAvailableZoneIds().contains(name);
  }

  static Preferences read(ResultSet row) throws SQLException {
    String language = row.getString("language");
    String zone = row.getString("time_zone");
    String theme = row.getString("theme");
    return new Preferences(
        language == null ? null : Language.parse(language).orElse(null),
        // A zone that a newer database knew is better forgotten than a reason to fail.
        zone == null || !isTimeZone(zone) ? null : zone,
        theme == null ? null : Theme.parse(theme).orElse(null),
        row.getObject("account_mails", Boolean.class));
  }
}
