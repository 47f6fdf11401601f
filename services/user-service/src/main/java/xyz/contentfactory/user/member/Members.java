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
import org.springframework.dao.DuplicateKeyException;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.problem.UserProblem;

/// All members, in the table `members`.
public final class Members {
  private static final String COLUMNS =
      """
      id, email, username, role, created_at, email_confirmed_at, pending_email,
      pending_email_until, language, time_zone, theme, account_mails,
      password_hash is not null as has_password,
      exists (select 1 from totp_secrets t
               where t.member_id = members.id and t.confirmed_at is not null) as second_factor\
      """;

  private final ServiceDatabase database;
  private final InstantSource clock;

  public Members(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A member with the hash that a sign-in is checked against; null when they have no password.
  public record WithPassword(Member member, @Nullable String passwordHash) {
    @Override
    public String toString() {
      return "WithPassword[" + member.id() + "]";
    }
  }

  /// Lets additions pass one by one, until the transaction ends: two at the same moment give
  /// exactly one admin and never the same name.
  public void oneByOne() {
    database.sql().sql("lock table members in share row exclusive mode").update();
  }

  public boolean isEmpty() {
    return !exists("true or :value = ''", "");
  }

  /// Adds a member; the very first one is admin. Call it in a transaction.
  public Member add(NewMember wanted) {
    oneByOne();
    EmailAddress email = wanted.email();
    if (exists("email = :value", email.value())) {
      throw ProblemException.of(UserProblem.EMAIL_TAKEN);
    }
    Username username = usernameFor(wanted);
    Member member =
        new Member(
            UUID.randomUUID(),
            email.value(),
            username.value(),
            isEmpty() ? Role.ADMIN : wanted.role(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            wanted.emailConfirmed(),
            wanted.passwordHash() != null,
            false,
            null,
            Preferences.NONE);
    insert(member, wanted.passwordHash());
    return member;
  }

  private Username usernameFor(NewMember member) {
    Username wanted = member.username();
    if (wanted != null && isTaken(wanted)) {
      throw ProblemException.of(UserProblem.USERNAME_TAKEN);
    }
    return wanted == null ? Username.derivedFrom(member.email(), this::isTaken) : wanted;
  }

  private boolean isTaken(Username username) {
    return exists("lower(username) = lower(:value)", username.value());
  }

  public boolean isRegistered(EmailAddress email) {
    return exists("email = :value", email.value());
  }

  private boolean exists(String condition, String value) {
    return database
        .sql()
        .sql("select exists (select 1 from members where " + condition + ")")
        .param("value", value)
        .query(Boolean.class)
        .single();
  }

  private void insert(Member member, @Nullable String passwordHash) {
    database
        .sql()
        .sql(
            """
            insert into members
              (id, email, username, password_hash, role, created_at, email_confirmed_at)
            values (:id, :email, :username, :hash, :role, :created, :confirmed)
            """)
        .param("id", member.id())
        .param("email", member.email())
        .param("username", member.username())
        .param("hash", passwordHash)
        .param("role", member.role().wireName())
        .param("created", Timestamp.from(member.createdAt()))
        .param("confirmed", member.emailConfirmed() ? Timestamp.from(member.createdAt()) : null)
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

  /// The member, who does not change until the transaction ends.
  public Optional<Member> findAndLock(UUID id) {
    return database
        .sql()
        .sql("select " + COLUMNS + " from members where id = :id for update")
        .param("id", id)
        .query((row, index) -> member(row))
        .optional();
  }

  /// Whether an admin has blocked them. For a member who is not there any more, too: nobody may act
  /// as one.
  public boolean isBlocked(UUID id) {
    return !exists("id = :value::uuid and blocked_at is null", id.toString());
  }

  public Optional<WithPassword> findForSignIn(EmailAddress email) {
    return database
        .sql()
        .sql("select " + COLUMNS + ", password_hash from members where email = :email")
        .param("email", email.value())
        .query((row, index) -> new WithPassword(member(row), row.getString("password_hash")))
        .optional();
  }

  /// Another name for a member. Call it in a transaction.
  public void rename(UUID id, Username name) {
    try {
      database
          .sql()
          .sql("update members set username = :name where id = :id")
          .param("name", name.value())
          .param("id", id)
          .update();
    } catch (DuplicateKeyException e) {
      throw ProblemException.of(UserProblem.USERNAME_TAKEN);
    }
  }

  /// Keeps what is said; what is null stays as it was.
  public void prefer(UUID id, Preferences said) {
    database
        .sql()
        .sql(
            """
            update members set language = coalesce(:language, language),
              time_zone = coalesce(:zone, time_zone), theme = coalesce(:theme, theme),
              account_mails = coalesce(:mails::boolean, account_mails)
             where id = :id
            """)
        .param("language", said.language() == null ? null : said.language().wireName())
        .param("zone", said.timeZone())
        .param("theme", said.theme() == null ? null : said.theme().wireName())
        .param("mails", said.accountMails())
        .param("id", id)
        .update();
  }

  private Member member(ResultSet row) throws SQLException {
    Instant createdAt = row.getTimestamp("created_at").toInstant();
    Timestamp until = row.getTimestamp("pending_email_until");
    return new Member(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("username"),
        Role.fromWireName(row.getString("role")),
        createdAt,
        row.getTimestamp("email_confirmed_at") != null,
        row.getBoolean("has_password"),
        row.getBoolean("second_factor"),
        until != null && until.toInstant().isAfter(clock.instant())
            ? row.getString("pending_email")
            : null,
        Preferences.read(row));
  }
}
