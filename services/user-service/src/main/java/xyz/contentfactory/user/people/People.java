package xyz.contentfactory.user.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Role;

/// Reads members as an admin sees them, in the order of their names.
public final class People {
  private static final String PERSON =
      """
      select id, username, email, role, created_at, blocked_at,
             email_confirmed_at is not null as confirmed,
             exists (select 1 from totp_secrets t
                      where t.member_id = m.id and t.confirmed_at is not null) as second_factor,
             (select max(seen_at) from web_sessions s where s.member_id = m.id) as last_seen_at,
             (select count(*) from web_sessions s
               where s.member_id = m.id and s.ended_at is null
                 and exists (select 1 from refresh_tokens t
                              where t.session_id = s.id and t.expires_at > :now)) as sessions
        from members m
      """;

  private final ServiceDatabase database;
  private final InstantSource clock;

  public People(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// One more than a page, when there are more.
  List<Person> list(PeopleFilter filter) {
    return database
        .sql()
        .sql(
            PERSON
                + """
                 where (:after::text is null or lower(username) > lower(:after::text))
                   and (:role::text is null or role = :role)
                   and (:blocked::boolean is null or (blocked_at is not null) = :blocked)
                   and (position(:text in lower(username)) > 0 or position(:text in email) > 0)
                 order by lower(username) limit :rows
                """)
        .param("now", Timestamp.from(clock.instant()))
        .param("after", filter.after())
        .param("role", filter.role() == null ? null : filter.role().wireName())
        .param("blocked", filter.blocked())
        .param("text", filter.text())
        .param("rows", filter.limit() + 1)
        .query((row, index) -> person(row))
        .list();
  }

  Optional<Person> find(UUID id) {
    return database
        .sql()
        .sql(PERSON + " where id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .query((row, index) -> person(row))
        .optional();
  }

  private static Person person(ResultSet row) throws SQLException {
    Instant blockedAt = instant(row.getTimestamp("blocked_at"));
    return new Person(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("email"),
        row.getBoolean("confirmed"),
        Role.fromWireName(row.getString("role")),
        blockedAt != null,
        blockedAt,
        row.getBoolean("second_factor"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("last_seen_at")),
        row.getInt("sessions"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
