package xyz.contentfactory.integration.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.login.Login;
import xyz.contentfactory.integration.login.Logins;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Reads rows as the API shows them: what a row itself says, and the step of its login.
final class BatchRows {
  private final JdbcClient sql;
  private final Logins logins;

  BatchRows(ServiceDatabase database, Logins logins) {
    this.sql = database.sql();
    this.logins = logins;
  }

  /// A row and whose it is.
  record Owned(UUID memberId, BatchRow row) {}

  /// In the order of the list.
  List<BatchRow> ofBatch(UUID batch) {
    return read("batch_id = :id order by line", batch).stream().map(Owned::row).toList();
  }

  /// The rows whose login this is: one, or none any more.
  List<Owned> ofLogin(Login login) {
    return read("login_id = :id", login.id());
  }

  List<Owned> of(List<UUID> ids) {
    return ids.stream().flatMap(id -> read("id = :id", id).stream()).toList();
  }

  /// The rows first and their logins second: a login moves on by itself, and a row must not show a
  /// step that its login does not have yet.
  private List<Owned> read(String which, UUID id) {
    List<Reading> rows =
        sql.sql("select * from connect_batch_steps where " + which)
            .param("id", id)
            .query((row, n) -> reading(row))
            .list();
    Map<UUID, Login> byId =
        rows.stream()
            .map(Reading::batchId)
            .distinct()
            .flatMap(batch -> logins.ofBatch(batch).stream())
            .collect(Collectors.toMap(Login::id, Function.identity()));
    return rows.stream().map(row -> row.with(byId)).toList();
  }

  /// A row as it was read, to be completed by its login.
  private record Reading(UUID memberId, @Nullable UUID loginId, BatchRow row) {
    UUID batchId() {
      return row.batchId();
    }

    Owned with(Map<UUID, Login> logins) {
      Login login = loginId == null ? null : logins.get(loginId);
      return new Owned(memberId, login == null ? row : row.at(login));
    }
  }

  private static Reading reading(ResultSet row) throws SQLException {
    BatchRow.Step step = BatchRow.Step.valueOf(row.getString("shown_step"));
    String code = row.getString("refusal_code");
    BatchRow shown =
        new BatchRow(
            row.getObject("batch_id", UUID.class),
            row.getInt("line"),
            step,
            row.getString("phone_masked"),
            null,
            null,
            step == BatchRow.Step.WAITING ? SqlTime.readNullable(row, "not_before") : null,
            code == null
                ? null
                : new BatchRefusal(
                    code, row.getString("refusal_detail"), row.getString("refusal_telegram_type")),
            step == BatchRow.Step.REFUSED && row.getBytes("phone_sealed") != null);
    return new Reading(
        row.getObject("member_id", UUID.class), row.getObject("login_id", UUID.class), shown);
  }
}
