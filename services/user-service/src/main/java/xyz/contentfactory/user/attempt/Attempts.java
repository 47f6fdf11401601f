package xyz.contentfactory.user.attempt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemCode;
import xyz.contentfactory.user.problem.UserProblem;

/// Attempts at passwords and codes, counted in the database, so that a restart or another node
/// forgives nothing. An attempt counts as wrong before it is judged, so a hundred at the same
/// moment are a hundred; whoever was right has it taken back.
///
/// What is counted is a name, whether or not there is such an account: the answers are the same.
public final class Attempts {
  /// A row that nobody added to for so long is forgotten.
  private static final Duration MEMORY = Duration.ofHours(24);

  private final ServiceDatabase database;
  private final InstantSource clock;

  public Attempts(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What attempts are counted for.
  ///
  /// @param name without anything personal in plain
  public record Subject(String name, Patience patience) {

    /// By the e-mail that was typed.
    public static Subject account(String typedEmail) {
      return new Subject(
          "account:" + hash(typedEmail.strip().toLowerCase(Locale.ROOT)), Patience.ACCOUNT);
    }

    /// By an id, such as a member's for the codes of the second step.
    public static Subject of(String kind, Object id) {
      return new Subject(kind + ":" + id, Patience.ACCOUNT);
    }

    public static Subject address(ClientAddress address) {
      return new Subject("address:" + address.value(), Patience.ADDRESS);
    }
  }

  /// Counts one attempt.
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `too-many-requests` or
  ///   `account-locked` while the pause lasts; that attempt is not judged and does not count
  public void begin(Subject subject) {
    Instant now = clock.instant();
    Duration wait =
        database.inTransaction(() -> {
          Row row = add(subject, now);
          if (row.blockedUntil() != null && row.blockedUntil().isAfter(now)) {
            return Duration.between(now, row.blockedUntil());
          }
          count(subject, row, now);
          return Duration.ZERO;
        });
    if (wait.isPositive()) {
      throw Problem.of(codeOf(subject, wait)).retryAfter(wait).asException();
    }
  }

  private static ProblemCode codeOf(Subject subject, Duration wait) {
    Duration longestPause = subject.patience().pauseAfter(subject.patience().locked() - 1);
    return wait.compareTo(longestPause) > 0
        ? UserProblem.ACCOUNT_LOCKED
        : CommonProblem.TOO_MANY_REQUESTS;
  }

  private record Row(int failures, Instant lastAt, @Nullable Instant blockedUntil) {}

  /// The subject's row, there and locked from now on.
  private Row add(Subject subject, Instant now) {
    return database
        .sql()
        .sql(
            """
            insert into sign_in_attempts as a (subject, failures, last_at)
            values (:subject, 0, :now)
            on conflict (subject) do update set failures = a.failures
            returning failures, last_at, blocked_until
            """)
        .param("subject", subject.name())
        .param("now", Timestamp.from(now))
        .query((row, index) -> {
          Timestamp blocked = row.getTimestamp("blocked_until");
          return new Row(
              row.getInt("failures"),
              row.getTimestamp("last_at").toInstant(),
              blocked == null ? null : blocked.toInstant());
        })
        .single();
  }

  private void count(Subject subject, Row row, Instant now) {
    boolean forgotten = row.lastAt().plus(MEMORY).isBefore(now);
    int failures = forgotten ? 1 : row.failures() + 1;
    Duration pause = subject.patience().pauseAfter(failures);
    database
        .sql()
        .sql(
            """
            update sign_in_attempts
               set failures = :failures, last_at = :now, blocked_until = :blocked
             where subject = :subject
            """)
        .param("failures", failures)
        .param("now", Timestamp.from(now))
        .param("blocked", pause.isZero() ? null : Timestamp.from(now.plus(pause)))
        .param("subject", subject.name())
        .update();
  }

  /// The attempt was right: the subject has a clean slate.
  public void forget(Subject subject) {
    database
        .sql()
        .sql("delete from sign_in_attempts where subject = :subject")
        .param("subject", subject.name())
        .update();
  }

  /// The attempt was right, but others behind the same name may still be wrong: only this one is
  /// taken back.
  public void takeBack(Subject subject) {
    database
        .sql()
        .sql(
            """
            update sign_in_attempts
               set failures = greatest(failures - 1, 0), blocked_until = null
             where subject = :subject
            """)
        .param("subject", subject.name())
        .update();
  }

  /// Rows that mean nothing any more go; periodic work.
  public void clean() {
    database
        .sql()
        .sql("delete from sign_in_attempts where last_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(MEMORY)))
        .update();
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
