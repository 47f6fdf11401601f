package xyz.contentfactory.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Reads the table `audit_trail` of a service's own schema, which `AuditTrail` writes.
public final class StoredActs implements AuditedActs {
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "members", "and member_id = any (string_to_array(:members, ',')::uuid[])",
          "action", "and action = :action",
          "outcome", "and outcome = :outcome",
          "address", "and address = :address",
          "from", "and at >= :from",
          "to", "and at < :to");

  private final ServiceDatabase database;
  private final JsonMapper json;

  public StoredActs(ServiceDatabase database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public List<AuditedAct> before(Instant at, UUID id, AuditQuestion question, int most) {
    Map<String, Object> asked = asked(question);
    String conditions =
        asked.keySet().stream().map(CONDITIONS::get).collect(Collectors.joining(" "));
    return database
        .sql()
        .sql(
            """
            select id, at, member_id, action, outcome, address, details from audit_trail
             where (at, id) < (:before, :id) %s
             order by at desc, id desc limit :most
            """
                .formatted(conditions))
        .params(asked)
        .param("before", Timestamp.from(at))
        .param("id", id)
        .param("most", most)
        .query((row, index) -> act(row))
        .list();
  }

  /// Only what is asked for becomes a condition, so that the database sees which index fits.
  private static Map<String, Object> asked(AuditQuestion question) {
    Map<String, Object> asked = new HashMap<>();
    if (question.members() != null) {
      asked.put(
          "members",
          question.members().stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
    put(asked, "action", question.action());
    put(asked, "outcome", question.outcome() == null ? null : question.outcome().name());
    put(asked, "address", question.address());
    put(asked, "from", question.from() == null ? null : Timestamp.from(question.from()));
    put(asked, "to", question.to() == null ? null : Timestamp.from(question.to()));
    return asked;
  }

  private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
    if (value != null) {
      asked.put(name, value);
    }
  }

  private AuditedAct act(ResultSet row) throws SQLException {
    return new AuditedAct(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getObject("member_id", UUID.class),
        row.getString("action"),
        Outcome.valueOf(row.getString("outcome")),
        row.getString("address"),
        json.readValue(row.getString("details"), DETAILS));
  }
}
