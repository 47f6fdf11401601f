package xyz.contentfactory.user.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The addresses of members: confirmed, wanted, changed. All methods belong to the caller's
/// transaction.
public final class MemberEmails {
  private final ServiceDatabase database;
  private final Members members;
  private final InstantSource clock;

  public MemberEmails(ServiceDatabase database, Members members, InstantSource clock) {
    this.database = database;
    this.members = members;
    this.clock = clock;
  }

  /// Whether the address is (still) theirs, and now known to be.
  public boolean confirm(UUID id, EmailAddress email) {
    return database
            .sql()
            .sql(
                """
                update members set email_confirmed_at = coalesce(email_confirmed_at, :now)
                 where id = :id and email = :email
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("email", email.value())
            .update()
        > 0;
  }

  /// Remembers the address that a member wants instead.
  public void want(UUID id, EmailAddress email, Instant until) {
    database
        .sql()
        .sql(
            "update members set pending_email = :email, pending_email_until = :until where id = :id")
        .param("email", email.value())
        .param("until", Timestamp.from(until))
        .param("id", id)
        .update();
  }

  /// Whether the member has the address now; not when somebody else has.
  public boolean change(UUID id, EmailAddress email) {
    members.oneByOne();
    if (members.isRegistered(email)) {
      return false;
    }
    database
        .sql()
        .sql(
            """
            update members
               set email = :email, email_confirmed_at = :now,
                   pending_email = null, pending_email_until = null
             where id = :id
            """)
        .param("email", email.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
    return true;
  }
}
