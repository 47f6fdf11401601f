package xyz.contentfactory.kit.rotation;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// A column of encrypted values (`bytea`), and how each is bound to its row.
///
/// @param key the primary key, of one column
/// @param keyType its type in the database
/// @param place the associated data of a row's value, from the row's key as text
public record SealedColumn(
    String table, String column, String key, String keyType, UnaryOperator<String> place) {
  public SealedColumn {
    for (String name : new String[] {table, column, key, keyType}) {
      if (!name.matches("[a-z][a-z_]*")) {
        throw new IllegalArgumentException("not a name in a schema: " + name);
      }
    }
  }

  /// Bound to `users.totp_secrets.secret_sealed/<key>`, for example.
  public static SealedColumn bound(
      String schema, String table, String column, String key, String keyType) {
    String prefix = schema + "." + table + "." + column + "/";
    return new SealedColumn(table, column, key, keyType, text -> prefix + text);
  }

  /// The same as the store encrypts with.
  public byte[] placeOf(String keyText) {
    return place.apply(keyText).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
