package xyz.contentfactory.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.problem.PayloadTooLarge;
import xyz.contentfactory.kit.problem.ProblemWriter;

class BodyLimitTest {
  private static final FileIntake FILES = new FileIntake(4096, Duration.ofHours(1));

  private final BodyLimit limit = new BodyLimit(1024, FILES, new ProblemWriter(new JsonMapper()));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  private static MockHttpServletRequest request(String method, String path, int bytes) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setContent(new byte[bytes]);
    return request;
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/telegram/media,    4096, 201",
    "POST, /api/v1/telegram/media,    4097, 413",
    "PUT,  /api/v1/telegram/media,    1025, 413",
    "POST, /api/v1/telegram/media/,   1025, 413",
    "POST, /api/v1/telegram/messages, 1025, 413",
    "POST, /api/v1/telegram/messages, 1024, 201",
  })
  void only_files_may_be_longer_than_the_usual(String method, String path, int bytes, int status)
      throws Exception {
    limit.doFilter(
        request(method, path, bytes), response, (asked, answer) -> response.setStatus(201));
    assertThat(response.getStatus()).isEqualTo(status);
  }

  @Test
  void a_file_of_undeclared_length_is_cut_off_at_the_limit_of_files() {
    MockHttpServletRequest chunked =
        new MockHttpServletRequest("POST", "/api/v1/telegram/media") {
          @Override
          public long getContentLengthLong() {
            return -1;
          }
        };
    chunked.setContent(new byte[4097]);
    assertThatThrownBy(() ->
            limit.doFilter(
                chunked, response, (asked, answer) -> asked.getInputStream().readAllBytes()))
        .isInstanceOf(PayloadTooLarge.class);
  }
}
