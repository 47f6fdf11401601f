package xyz.contentfactory.user.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.problem.ProblemTable;

class UserProblemTest {
  @Test
  void the_published_codes_are_those_of_the_golden_file() throws IOException {
    try (var golden = UserProblemTest.class.getResourceAsStream("user-problems.txt")) {
      assertThat(golden).isNotNull();
      assertThat(ProblemTable.of(UserProblem.values()))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
