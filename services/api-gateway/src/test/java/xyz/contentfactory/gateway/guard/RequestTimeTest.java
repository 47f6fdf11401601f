package xyz.contentfactory.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.problem.ProblemWriter;

class RequestTimeTest {
  private final ProblemWriter problems = new ProblemWriter(new JsonMapper());
  private static final FileIntake FILES = new FileIntake(4096, Duration.ofHours(1));

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void a_request_that_takes_too_long_is_interrupted_and_told_to_come_back() throws Exception {
    RequestTime time = new RequestTime(Duration.ofMillis(50), FILES, problems);
    time.doFilter(
        new MockHttpServletRequest("GET", "/"),
        response,
        (request, answer) -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            throw new ServletException(e);
          }
        });

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    assertThat(response.getContentAsString()).contains("temporarily-unavailable");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void half_an_answer_is_broken_off_and_not_ended() {
    RequestTime time = new RequestTime(Duration.ofMillis(50), FILES, problems);
    ServletException interrupted = new ServletException("interrupted");

    assertThatThrownBy(() ->
            time.doFilter(
                new MockHttpServletRequest("GET", "/"),
                response,
                (request, answer) -> {
                  answer.flushBuffer();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    throw interrupted;
                  }
                }))
        .isSameAs(interrupted);
  }

  @Test
  void a_file_has_a_time_of_its_own() throws Exception {
    FileIntake quick = new FileIntake(4096, Duration.ofMillis(50));
    new RequestTime(Duration.ofHours(1), quick, problems)
        .doFilter(
            new MockHttpServletRequest("POST", "/api/v1/telegram/media"),
            response,
            (request, answer) -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                throw new ServletException(e);
              }
            });

    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void a_quick_one_is_left_alone() throws Exception {
    new RequestTime(Duration.ofMinutes(1), FILES, problems)
        .doFilter(
            new MockHttpServletRequest("GET", "/"),
            response,
            (request, answer) -> response.setStatus(201));

    assertThat(response.getStatus()).isEqualTo(201);
  }
}
