package xyz.contentfactory.user.member;

import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Standing;

/// Who may go on, as the table `members` says now.
public final class MemberStanding implements Standing {
  private final ServiceDatabase database;

  public MemberStanding(ServiceDatabase database) {
    this.database = database;
  }

  @Override
  public boolean mayChange(UUID memberId) {
    return database
        .sql()
        .sql(
            """
            select exists (select 1 from members
             where id = :id and blocked_at is null and role <> 'viewer')
            """)
        .param("id", memberId)
        .query(Boolean.class)
        .single();
  }
}
