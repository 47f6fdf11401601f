package xyz.contentfactory.user.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;

/// Which lines to show; null means any. `from` is inclusive, `to` exclusive.
record AuditFilter(
    @Schema(description = "Id, e-mail or username of a member", maxLength = 254)
        @Nullable String member,
    @Schema(example = "member.sign-in", maxLength = 254) @Nullable String action,
    @Nullable Outcome outcome,
    @Schema(description = "The network address it came from", maxLength = 254)
        @Nullable String address,
    @Nullable Instant from,
    @Nullable Instant to) {
  private static final int MOST_REMEMBERED = 254;
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  /// The same with nothing in it that is blank, or that the database cannot hold.
  AuditFilter parse() {
    requireStorable("from", from);
    requireStorable("to", to);
    return new AuditFilter(said(member), said(action), outcome, said(address), from, to);
  }

  private static void requireStorable(String field, @Nullable Instant time) {
    if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST))) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError(field, "Name a time from 1970 to 9999.", "out-of-bounds")
          .asException();
    }
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /// What was chosen, for the trace of an export.
  Map<String, String> chosen() {
    Map<String, String> chosen = new HashMap<>();
    put(chosen, "member", member);
    put(chosen, "action", action);
    put(chosen, "outcome", outcome);
    put(chosen, "address", address);
    put(chosen, "from", from);
    put(chosen, "to", to);
    return chosen;
  }

  private static void put(Map<String, String> chosen, String name, @Nullable Object value) {
    if (value != null) {
      String text = value.toString();
      chosen.put(name, text.substring(0, Math.min(text.length(), MOST_REMEMBERED)));
    }
  }
}
