package xyz.contentfactory.integration.batch;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.identity.ClientAddress;

/// Writes down what a person has done with a list, in the journal and in the audit trail. Part of
/// the caller's transaction; numbers are counted, never named.
record BatchRecord(Journal journal, Audit audit) {

  /// @param from null when no person asked for it
  void write(UUID member, UUID batch, LogKind kind, int numbers, @Nullable ClientAddress from) {
    journal.write(Act.ok(member, null, kind).partOf(batch).withDetail(numbers + " numbers"));
    if (from != null) {
      Map<String, String> details =
          Map.of("batch", batch.toString(), "numbers", Integer.toString(numbers));
      audit.record(new AuditEntry(member, action(kind), AuditEntry.Outcome.OK, from, details));
    }
  }

  private static String action(LogKind kind) {
    return switch (kind) {
      case BATCH_CREATED -> "batch.create";
      case BATCH_CANCELLED -> "batch.cancel";
      case BATCH_RETRIED -> "batch.retry";
      default -> throw new IllegalArgumentException(kind + " is nothing that is done with a list");
    };
  }
}
