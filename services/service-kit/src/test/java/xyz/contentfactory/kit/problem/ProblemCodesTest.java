package xyz.contentfactory.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemCodesTest {
  @Test
  void the_published_codes_are_those_of_the_golden_file() throws IOException {
    try (var golden = ProblemCodesTest.class.getResourceAsStream("common-problems.txt")) {
      assertThat(golden).isNotNull();
      assertThat(ProblemTable.of(CommonProblem.values()))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void the_wait_is_rounded_up_and_at_least_a_second() {
    Problem problem = Problem.of(CommonProblem.TOO_MANY_REQUESTS);

    assertThat(problem.retryAfter(Duration.ofMillis(1)).retryAfterSeconds()).isEqualTo(1);
    assertThat(problem.retryAfter(Duration.ofMillis(2001)).retryAfterSeconds()).isEqualTo(3);
    assertThat(problem.retryAfter(Duration.ZERO).retryAfterSeconds()).isEqualTo(1);
    assertThat(problem.retryAfterSeconds()).isNull();
  }

  @Test
  void a_document_has_its_members_in_order_and_leaves_out_what_is_not_there() {
    assertThat(Problem.of(CommonProblem.NOT_FOUND, "No such channel.").toDocument())
        .containsExactly(
            java.util.Map.entry("type", "urn:content-factory:problem:not-found"),
            java.util.Map.entry("title", "There is no such thing here."),
            java.util.Map.entry("status", 404),
            java.util.Map.entry("detail", "No such channel."),
            java.util.Map.entry("code", "not-found"));
    assertThat(
            Problem.of(CommonProblem.INVALID_INPUT)
                .withError("a", "b", "c")
                .with("telegramType", "X")
                .retryAfter(Duration.ofSeconds(2))
                .toDocument())
        .containsKeys("errors", "telegramType", "retryAfterSeconds");
  }
}
