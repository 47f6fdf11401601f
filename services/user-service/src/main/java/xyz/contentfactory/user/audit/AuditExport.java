package xyz.contentfactory.user.audit;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.csv.Csv;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;

/// The whole trail as CSV, or what a filter leaves of it. It is read a page at a time while it is
/// written, so that neither memory nor a transaction is held for long; the trail only grows at its
/// newer end, so the pages fit together.
final class AuditExport {
  private static final Logger LOG = LoggerFactory.getLogger(AuditExport.class);
  private static final int PAGE = 1_000;
  private static final List<String> COLUMNS =
      List.of("at", "id", "action", "outcome", "member_id", "member", "address", "details");

  private final AuditLines lines;
  private final Audit audit;
  private final JsonMapper json;

  AuditExport(AuditLines lines, Audit audit, JsonMapper json) {
    this.lines = lines;
    this.audit = audit;
    this.json = json;
  }

  /// That somebody takes it away is an act of its own.
  void trace(Caller caller, AuditFilter filter, ClientAddress from) {
    audit.record(
        new AuditEntry(caller.memberId(), "audit.export", Outcome.OK, from, filter.chosen()));
  }

  void write(AuditFilter filter, Appendable out) throws IOException {
    out.append(Csv.BYTE_ORDER_MARK).append(Csv.line(COLUMNS));
    try {
      writeLines(filter, out);
    } catch (DataAccessException e) {
      LOG.warn("an export of the audit trail broke off", e);
      out.append(Csv.BROKEN_OFF);
    }
  }

  private void writeLines(AuditFilter filter, Appendable out) throws IOException {
    AuditPosition position = AuditPosition.NEWEST;
    List<AuditLine> page;
    do {
      page = lines.before(position, filter, PAGE);
      Transactions.mustNotBeOpen();
      for (AuditLine line : page) {
        out.append(Csv.line(cells(line)));
        position = AuditPosition.of(line);
      }
    } while (page.size() == PAGE);
  }

  private List<@Nullable String> cells(AuditLine line) {
    return Arrays.asList(
        line.at().toString(),
        line.id().toString(),
        line.action(),
        line.outcome().name(),
        line.memberId() == null ? null : line.memberId().toString(),
        line.memberName(),
        line.address(),
        line.details().isEmpty() ? null : json.writeValueAsString(new TreeMap<>(line.details())));
  }
}
