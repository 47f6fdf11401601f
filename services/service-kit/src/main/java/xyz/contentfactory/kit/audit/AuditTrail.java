package xyz.contentfactory.kit.audit;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.Transactions;

/// Writes each act as a row of the service's own append-only table `audit_trail` and as one line of
/// the logger `audit` with the same id, once the row is there to stay. Columns: `id uuid`, `at
/// timestamptz`, `member_id uuid`, `action text`, `outcome text`, `address text`, `details jsonb`;
/// a trigger of the schema's migration refuses update and delete.
public final class AuditTrail implements Audit {
  private static final Logger LOG = LoggerFactory.getLogger("audit");

  private final ServiceDatabase database;
  private final InstantSource clock;
  private final JsonMapper json;

  public AuditTrail(ServiceDatabase database, InstantSource clock, JsonMapper json) {
    this.database = database;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public void record(AuditEntry entry) {
    UUID id = UUID.randomUUID();
    String details = json.writeValueAsString(new TreeMap<>(entry.details()));
    database
        .sql()
        .sql(
            """
            insert into audit_trail (id, at, member_id, action, outcome, address, details)
            values (:id, :at, :member, :action, :outcome, :address, :details::jsonb)
            """)
        .param("id", id)
        .param("at", Timestamp.from(clock.instant()))
        .param("member", entry.memberId())
        .param("action", entry.action())
        .param("outcome", entry.outcome().name())
        .param("address", entry.address().value())
        .param("details", details)
        .update();
    Transactions.afterCommit(() -> log(id, entry, details));
  }

  private static void log(UUID id, AuditEntry entry, String details) {
    LOG.atInfo()
        .addKeyValue("audit.id", id)
        .addKeyValue("audit.member", entry.memberId())
        .addKeyValue("audit.action", entry.action())
        .addKeyValue("audit.outcome", entry.outcome())
        .addKeyValue("audit.address", entry.address().value())
        .addKeyValue("audit.details", details)
        .log("{} {}", entry.action(), entry.outcome());
  }
}
