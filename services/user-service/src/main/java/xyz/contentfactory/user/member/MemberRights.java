package xyz.contentfactory.user.member;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Role;

/// What an admin decides about a member: the role, whether they are blocked, whether they stay. All
/// methods belong to the caller's transaction.
public final class MemberRights {
  private final ServiceDatabase database;
  private final InstantSource clock;

  public MemberRights(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Who may administer now. They are held still until the transaction ends, so that of two acts at
  /// the same moment the later one sees what the earlier one has left.
  public Set<UUID> lockAdmins() {
    return Set.copyOf(
        database
            .sql()
            .sql(
                """
                select id from members where role = 'admin' and blocked_at is null
                 order by id for update
                """)
            .query(UUID.class)
            .list());
  }

  public void setRole(UUID id, Role role) {
    database
        .sql()
        .sql("update members set role = :role where id = :id")
        .param("role", role.wireName())
        .param("id", id)
        .update();
  }

  /// Whether that changed anything.
  public boolean block(UUID id) {
    return database
            .sql()
            .sql("update members set blocked_at = :now where id = :id and blocked_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .update()
        > 0;
  }

  /// Whether that changed anything.
  public boolean unblock(UUID id) {
    return database
            .sql()
            .sql("update members set blocked_at = null where id = :id and blocked_at is not null")
            .param("id", id)
            .update()
        > 0;
  }

  /// The member, with all that hangs on them: sessions, factors, links.
  public void delete(UUID id) {
    database.sql().sql("delete from members where id = :id").param("id", id).update();
  }
}
