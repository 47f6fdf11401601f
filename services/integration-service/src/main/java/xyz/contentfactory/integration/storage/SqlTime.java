package xyz.contentfactory.integration.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;

/// Instants in and out of `timestamptz` columns, always UTC.
public final class SqlTime {
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private SqlTime() {}

  public static OffsetDateTime of(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static @Nullable OffsetDateTime ofNullable(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }

  /// A time that a person asks for, within what the database can hold.
  public static @Nullable Instant asked(String field, @Nullable Instant instant) {
    if (instant != null && (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST))) {
      throw Complaints.about(field, "Name a time from 1970 to 9999.", "out-of-bounds");
    }
    return instant;
  }

  public static Instant read(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(readNullable(row, column), column);
  }

  public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
