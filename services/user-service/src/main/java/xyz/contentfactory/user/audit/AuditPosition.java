package xyz.contentfactory.user.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;

/// Where a page ends: the next one has what was before. Many acts may have one time, no two one id.
record AuditPosition(Instant at, UUID id) {
  /// Before everything that has happened.
  static final AuditPosition NEWEST =
      new AuditPosition(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  private static final long MOST_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, NEWEST.at());
  private static final String SEPARATOR = "_";

  static AuditPosition of(AuditLine line) {
    return new AuditPosition(line.at(), line.id());
  }

  /// Reads what `toString` wrote.
  static AuditPosition parse(@Nullable String cursor) {
    if (cursor == null) {
      return NEWEST;
    }
    try {
      int separator = cursor.indexOf(SEPARATOR);
      long micros = Long.parseLong(cursor.substring(0, Math.max(0, separator)));
      return new AuditPosition(
          Instant.EPOCH.plus(Math.clamp(micros, 0, MOST_MICROS), ChronoUnit.MICROS),
          UUID.fromString(cursor.substring(separator + 1)));
    } catch (IllegalArgumentException e) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError("cursor", "Pass a nextCursor as it was given.", "wrong-format")
          .asException();
    }
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + SEPARATOR + id;
  }
}
