package xyz.contentfactory.kit.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;

/// One act as it stands in a trail.
///
/// @param id the same as in the log's JSON line, there `audit.id`
/// @param memberId null when nobody was known
public record AuditedAct(
    UUID id,
    Instant at,
    @Nullable UUID memberId,
    String action,
    Outcome outcome,
    String address,
    Map<String, String> details) {
  /// The newest first; what happened at one moment in the opposite order of its ids, as PostgreSQL
  /// compares them.
  public static final Comparator<AuditedAct> NEWEST_FIRST =
      Comparator.comparing(AuditedAct::at)
          .thenComparing(act -> act.id().getMostSignificantBits(), Long::compareUnsigned)
          .thenComparing(act -> act.id().getLeastSignificantBits(), Long::compareUnsigned)
          .reversed();

  public AuditedAct {
    details = Map.copyOf(details);
  }
}
