package xyz.contentfactory.integration.storage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.secret.Keyring;

/// Encrypts column values, each bound to its table, column and row: a value copied elsewhere does
/// not open.
public final class Sealer {
  private final Keyring keyring;
  private final String table;

  public Sealer(Keyring keyring, String table) {
    this.keyring = keyring;
    this.table = table;
  }

  public byte[] seal(UUID row, String column, byte[] plain) {
    return keyring.encrypt(plain, place(row, column));
  }

  public byte[] seal(UUID row, String column, String plain) {
    return seal(row, column, plain.getBytes(StandardCharsets.UTF_8));
  }

  public byte @Nullable [] open(UUID row, String column, byte @Nullable [] sealed) {
    return sealed == null ? null : keyring.decrypt(sealed, place(row, column));
  }

  public @Nullable String openText(UUID row, String column, byte @Nullable [] sealed) {
    byte[] plain = open(row, column, sealed);
    return plain == null ? null : new String(plain, StandardCharsets.UTF_8);
  }

  private byte[] place(UUID row, String column) {
    return placeOf(table, column, row.toString()).getBytes(StandardCharsets.UTF_8);
  }

  private static String placeOf(String table, String column, String row) {
    return table + "/" + column + "/" + row;
  }

  /// The column `<name>_sealed` as a change of the key sees it.
  ///
  /// @param key the primary key, a `uuid`
  public static SealedColumn column(String table, String name, String key) {
    return new SealedColumn(table, name + "_sealed", key, "uuid", row -> placeOf(table, name, row));
  }

  /// The same where rows have names, and a value is bound to a name.
  public static SealedColumn named(String table, String column, String key) {
    return new SealedColumn(
        table, column, key, "text", name -> placeOf(table, name, rowOf(name).toString()));
  }

  /// What stands for a named row.
  public static UUID rowOf(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
