package xyz.contentfactory.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

class ProblemsTest {
  private static CommonProblem codeOf(Throwable failure) {
    return (CommonProblem) Problems.of(failure).code();
  }

  @Test
  void a_database_that_is_gone_or_busy_is_temporarily_unavailable() {
    assertThat(codeOf(new DataAccessResourceFailureException("gone")))
        .isEqualTo(CommonProblem.TEMPORARILY_UNAVAILABLE);
    assertThat(codeOf(new CannotCreateTransactionException("gone")))
        .isEqualTo(CommonProblem.TEMPORARILY_UNAVAILABLE);
    Problem busy = Problems.of(new CannotAcquireLockException("busy"));
    assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_text_that_the_database_cannot_hold_is_the_clients_fault() {
    assertThat(
            codeOf(
                new DataIntegrityViolationException(
                    "text", new SQLException("invalid byte sequence", "22021"))))
        .isEqualTo(CommonProblem.INVALID_INPUT);
  }

  @Test
  void anything_else_is_our_bug_and_shows_only_an_incident_id() {
    Problem problem = Problems.of(new IllegalStateException("inside"));

    assertThat(problem.code()).isEqualTo(CommonProblem.INTERNAL);
    assertThat(problem.toDocument().toString()).doesNotContain("inside");
    assertThat(problem.extras()).containsOnlyKeys("incidentId");
  }

  @Test
  void every_error_status_of_the_container_has_a_code() {
    for (HttpStatus status : HttpStatus.values()) {
      if (status.isError()) {
        Problem problem = Problems.of(status, null);
        assertThat(problem.code().status().series()).as(status.name()).isEqualTo(status.series());
      }
    }
  }
}
