package xyz.contentfactory.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.attempt.Attempts.Subject;

class AttemptsTest {
  private static final Subject ACCOUNT = Subject.account("Somebody@example.com");

  private final ServiceDatabase database =
      ServiceDatabase.open("users", TestPostgres.freshDatabase());
  private Instant now = Instant.parse("2030-01-01T12:00:00Z");
  private final Attempts attempts = new Attempts(database, () -> now);

  @AfterEach
  void close() {
    database.close();
  }

  private String tried(Attempts where) {
    try {
      where.begin(ACCOUNT);
      return "judged";
    } catch (ProblemException e) {
      Problem problem = e.problem();
      return problem.code().code() + " " + problem.retryAfterSeconds();
    }
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(tried(attempts)).isEqualTo("judged");
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void four_mistakes_are_free_then_each_costs_twice_the_time_of_the_one_before() {
    fail(5);
    assertThat(tried(attempts)).isEqualTo("too-many-requests 5");
    pass(Duration.ofSeconds(5));
    fail(1);
    assertThat(tried(attempts)).isEqualTo("too-many-requests 10");
  }

  @Test
  void the_tenth_mistake_locks_for_a_quarter_of_an_hour() {
    fail(4);
    for (int pause = 5; pause <= 80; pause *= 2) {
      fail(1);
      pass(Duration.ofSeconds(pause));
    }
    fail(1);
    assertThat(tried(attempts)).isEqualTo("account-locked 900");
    pass(Duration.ofMinutes(15));
    fail(1);
    assertThat(tried(attempts)).isEqualTo("account-locked 900");
  }

  @Test
  void what_is_refused_unjudged_does_not_count() {
    fail(5);
    for (int i = 0; i < 50; i++) {
      assertThat(tried(attempts)).isEqualTo("too-many-requests 5");
    }
  }

  @Test
  void another_node_and_a_restart_know_it_too() {
    fail(5);
    assertThat(tried(new Attempts(database, () -> now))).isEqualTo("too-many-requests 5");
  }

  @Test
  void success_and_a_day_of_peace_forgive() {
    fail(5);
    attempts.forget(ACCOUNT);
    fail(5);
    pass(Duration.ofHours(25));
    fail(4);
    assertThat(tried(attempts)).isEqualTo("judged");
  }

  @Test
  void thirty_guesses_at_the_same_moment_are_not_judged_all() throws Exception {
    AtomicInteger judged = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        threads.execute(() -> {
          if (tried(attempts).equals("judged")) {
            judged.incrementAndGet();
          }
        });
      }
    }
    assertThat(judged).hasValue(5);
  }

  @Test
  void no_email_is_written_down() {
    fail(1);
    assertThat(
            database.sql().sql("select subject from sign_in_attempts").query(String.class).single())
        .doesNotContainIgnoringCase("somebody");
  }
}
