package xyz.contentfactory.user.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.problem.UserProblem;

/// All members, in the table `members`.
public final class Members {
  private static final String COLUMNS = "id, email, username, role, created_at";

  private final ServiceDatabase database;
  private final InstantSource clock;

  public Members(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A member with the hash that a sign-in is checked against.
  public record WithPassword(Member member, String passwordHash) {
    @Override
    public String toString() {
      return "WithPassword[" + member.id() + "]";
    }
  }

  /// Adds a member; the very first one is admin. Registrations pass one by one (a table lock), so
  /// that two at the same moment give exactly one admin and never the same name. Call it in a
  /// transaction.
  ///
  /// @param wanted the username asked for; null takes one from the e-mail
  public Member add(EmailAddress email, @Nullable Username wanted, String passwordHash) {
    database.sql().sql("lock table members in share row exclusive mode").update();
    if (exists("email = :value", email.value())) {
      throw ProblemException.of(UserProblem.EMAIL_TAKEN);
    }
    if (wanted != null && isTaken(wanted)) {
      throw ProblemException.of(UserProblem.USERNAME_TAKEN);
    }
    Username username = wanted == null ? Username.derivedFrom(email, this::isTaken) : wanted;
    Member member =
        new Member(
            UUID.randomUUID(),
            email.value(),
            username.value(),
            isFirst() ? Role.ADMIN : Role.USER,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    insert(member, passwordHash);
    return member;
  }

  private boolean isFirst() {
    return !exists("true or :value = ''", "");
  }

  private boolean isTaken(Username username) {
    return exists("lower(username) = lower(:value)", username.value());
  }

  private boolean exists(String condition, String value) {
    return database
        .sql()
        .sql("select exists (select 1 from members where " + condition + ")")
        .param("value", value)
        .query(Boolean.class)
        .single();
  }

  private void insert(Member member, String passwordHash) {
    database
        .sql()
        .sql(
            """
            insert into members (id, email, username, password_hash, role, created_at)
            values (:id, :email, :username, :hash, :role, :created)
            """)
        .param("id", member.id())
        .param("email", member.email())
        .param("username", member.username())
        .param("hash", passwordHash)
        .param("role", member.role().wireName())
        .param("created", Timestamp.from(member.createdAt()))
        .update();
  }

  public Optional<Member> find(UUID id) {
    return database
        .sql()
        .sql("select " + COLUMNS + " from members where id = :id")
        .param("id", id)
        .query((row, index) -> member(row))
        .optional();
  }

  public Optional<WithPassword> findForSignIn(EmailAddress email) {
    return database
        .sql()
        .sql("select " + COLUMNS + ", password_hash from members where email = :email")
        .param("email", email.value())
        .query((row, index) -> new WithPassword(member(row), row.getString("password_hash")))
        .optional();
  }

  private static Member member(ResultSet row) throws SQLException {
    Instant createdAt = row.getTimestamp("created_at").toInstant();
    return new Member(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("username"),
        Role.fromWireName(row.getString("role")),
        createdAt);
  }
}
