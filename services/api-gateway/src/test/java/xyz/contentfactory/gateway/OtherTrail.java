package xyz.contentfactory.gateway;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditQuestion;
import xyz.contentfactory.kit.audit.AuditedAct;
import xyz.contentfactory.kit.audit.AuditedActs;
import xyz.contentfactory.kit.audit.StoredActs;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The trail of another service, in a schema of its own beside that of the members; there as soon
/// as something is written.
final class OtherTrail implements AuditedActs, AutoCloseable {
  private final DatabaseSettings settings;
  private @Nullable ServiceDatabase database;

  OtherTrail(DatabaseSettings settings) {
    this.settings = settings;
  }

  synchronized void write(UUID member, Instant at, String action) {
    if (database == null) {
      database = ServiceDatabase.open("kit_test", settings);
    }
    database
        .sql()
        .sql(
            """
            insert into audit_trail (id, at, member_id, action, outcome, address, details)
            values (gen_random_uuid(), :at, :member, :action, 'OK', '192.0.2.9', '{"from":"elsewhere"}')
            """)
        .param("at", Timestamp.from(at))
        .param("member", member)
        .param("action", action)
        .update();
  }

  @Override
  public synchronized List<AuditedAct> before(
      Instant at, UUID id, AuditQuestion question, int most) {
    return database == null
        ? List.of()
        : new StoredActs(database, new JsonMapper()).before(at, id, question, most);
  }

  @Override
  public synchronized void close() {
    if (database != null) {
      database.close();
    }
  }
}
