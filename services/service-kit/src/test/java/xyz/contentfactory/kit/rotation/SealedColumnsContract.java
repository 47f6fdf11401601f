package xyz.contentfactory.kit.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.KeyringException;
import xyz.contentfactory.kit.secret.LocalKeyring;

/// What holds for the encrypted columns of every service. A service extends this.
public abstract class SealedColumnsContract {
  @TempDir private Path folder = Path.of("");

  /// The service's own, with its own migrated database.
  protected abstract SealedColumns service();

  /// Its columns of bytes that are not encrypted, as `table.column`: hashes, names of others.
  protected abstract Set<String> plain();

  private Set<String> bytesInTheSchema() {
    return new TreeSet<>(
        service()
            .database()
            .sql()
            .sql(
                """
                select table_name || '.' || column_name
                  from information_schema.columns join information_schema.tables using (table_schema, table_name)
                 where table_schema = :schema and table_type = 'BASE TABLE' and (data_type = 'bytea' or column_name like '%sealed%')
                """)
            .param("schema", service().database().schema())
            .query(String.class)
            .list());
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>(plain());
    service().columns().forEach(column -> known.add(column.toString()));
    return known;
  }

  @Test
  void every_column_of_bytes_is_encrypted_anew_or_said_to_be_plain() {
    assertThat(bytesInTheSchema()).isEqualTo(known());
  }

  @Test
  void a_column_that_a_change_of_the_key_does_not_know_is_found() {
    service().database().sql().sql("create table forgotten (some_sealed text)").update();
    try {
      assertThat(bytesInTheSchema()).contains("forgotten.some_sealed").isNotEqualTo(known());
    } finally {
      service().database().sql().sql("drop table forgotten").update();
    }
  }

  @Test
  void a_value_opens_in_no_other_row_column_or_table() {
    Keyring keyring = LocalKeyring.open(folder.resolve("keyring"));
    UUID here = UUID.randomUUID();
    for (SealedColumn column : service().columns()) {
      byte[] value = keyring.encrypt(new byte[] {7}, column.placeOf(keyOf(column, here)));
      assertThat(keyring.decrypt(value, column.placeOf(keyOf(column, here)))).containsExactly(7);
      refused(keyring, value, column.placeOf(keyOf(column, UUID.randomUUID())));
      service().columns().stream()
          .filter(other -> !other.equals(column))
          .forEach(other -> refused(keyring, value, other.placeOf(keyOf(other, here))));
    }
  }

  private static void refused(Keyring keyring, byte[] value, byte[] place) {
    assertThatExceptionOfType(KeyringException.class)
        .as(new String(place, StandardCharsets.UTF_8))
        .isThrownBy(() -> keyring.decrypt(value, place));
  }

  /// The key of a row as its database says it.
  private static String keyOf(SealedColumn column, UUID row) {
    return column.keyType().equals("bytea")
        ? "\\x" + HexFormat.of().formatHex(row.toString().getBytes(StandardCharsets.US_ASCII))
        : row.toString();
  }
}
