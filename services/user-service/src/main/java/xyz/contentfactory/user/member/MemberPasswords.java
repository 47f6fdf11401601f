package xyz.contentfactory.user.member;

import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The stored hashes of members' passwords.
public final class MemberPasswords {
  private final ServiceDatabase database;

  public MemberPasswords(ServiceDatabase database) {
    this.database = database;
  }

  public Optional<String> hashOf(UUID id) {
    return database
        .sql()
        .sql("select password_hash from members where id = :id and password_hash is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  public void set(UUID id, String hash) {
    database
        .sql()
        .sql("update members set password_hash = :hash where id = :id")
        .param("hash", hash)
        .param("id", id)
        .update();
  }

  /// Replaces a hash by one of the same password at today's cost, unless the password was changed
  /// meanwhile.
  public void upgrade(UUID id, String old, String hash) {
    database
        .sql()
        .sql("update members set password_hash = :hash where id = :id and password_hash = :old")
        .param("hash", hash)
        .param("id", id)
        .param("old", old)
        .update();
  }
}
