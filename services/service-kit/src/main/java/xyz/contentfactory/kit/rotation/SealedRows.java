package xyz.contentfactory.kit.rotation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.kit.secret.KeyVersion;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.KeyringException;

/// The values of one encrypted column. Each is encrypted anew by itself, and only if nobody has
/// written another one meanwhile; so it takes no lock that an owner of the row would wait for, and
/// how far it has come stands in the values themselves.
final class SealedRows {
  private static final Logger LOG = LoggerFactory.getLogger(SealedRows.class);
  private static final int PAGE = 100;

  private final JdbcClient sql;
  private final SealedColumn column;

  SealedRows(JdbcClient sql, SealedColumn column) {
    this.sql = sql;
    this.column = column;
  }

  private static final class Row {
    private final String key;
    private final byte[] sealed;

    Row(String key, byte[] sealed) {
      this.key = key;
      this.sealed = sealed;
    }
  }

  /// What a pass over the values could not do.
  ///
  /// @param overtaken changed by somebody else meanwhile
  /// @param unreadable do not open in their place
  record Left(int overtaken, int unreadable) {
    static final Left NOTHING = new Left(0, 0);

    Left and(Left other) {
      return new Left(overtaken + other.overtaken, unreadable + other.unreadable);
    }
  }

  /// How many values bear which mark.
  Map<String, Long> countByMark() {
    return sql
        .sql(
            filled(
                """
                select encode(substring({column} for {mark}), 'hex') as mark, count(*) as n
                  from {table} where {column} is not null group by 1
                """))
        .query((row, index) -> Map.entry(row.getString("mark"), row.getLong("n")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Encrypts anew what older versions have encrypted.
  Left renew(Keyring keyring, List<KeyVersion> older) {
    String marks = older.stream().map(KeyVersion::mark).collect(Collectors.joining(","));
    Left left = Left.NOTHING;
    String after = null;
    List<Row> page;
    do {
      page = page(marks, after);
      for (Row row : page) {
        left = left.and(renew(keyring, row));
        after = row.key;
      }
    } while (page.size() == PAGE);
    return left;
  }

  private List<Row> page(String marks, @Nullable String after) {
    return sql.sql(
            filled(
                """
                select {key}::text as key, {column} as sealed from {table}
                 where encode(substring({column} for {mark}), 'hex') = any (string_to_array(:marks, ','))
                   and (:after::text is null or {key} > cast(:after as {type}))
                 order by {table}.{key} limit :page
                """))
        .param("marks", marks)
        .param("after", after)
        .param("page", PAGE)
        .query((row, index) -> new Row(row.getString("key"), row.getBytes("sealed")))
        .list();
  }

  private Left renew(Keyring keyring, Row row) {
    byte[] place = column.placeOf(row.key);
    byte[] renewed;
    try {
      renewed = keyring.encrypt(keyring.decrypt(row.sealed, place), place);
    } catch (KeyringException e) {
      LOG.warn("a value of {} does not open; its row is {}", column, row.key);
      return new Left(0, 1);
    }
    return replace(row, renewed) ? Left.NOTHING : new Left(1, 0);
  }

  private boolean replace(Row row, byte[] renewed) {
    return sql.sql(
                filled(
                    """
                    update {table} set {column} = :renewed
                     where {key} = cast(:key as {type}) and {column} = :sealed
                    """))
            .param("renewed", renewed)
            .param("key", row.key)
            .param("sealed", row.sealed)
            .update()
        == 1;
  }

  /// The names come from the code (`SealedColumn` checks them), the values never.
  private String filled(String statement) {
    return statement
        .replace("{table}", column.table())
        .replace("{column}", column.column())
        .replace("{key}", column.key())
        .replace("{type}", column.keyType())
        .replace("{mark}", Integer.toString(KeyVersion.MARK_BYTES));
  }
}
