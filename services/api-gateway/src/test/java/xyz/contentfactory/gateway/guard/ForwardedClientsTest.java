package xyz.contentfactory.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.problem.ProblemWriter;

class ForwardedClientsTest {
  private final ForwardedClients filter =
      new ForwardedClients(
          List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("2001:db8::/32")),
          new ProblemWriter(new JsonMapper()));
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  private String clientOf(String socket, String... headers) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.setRemoteAddr(socket);
    for (String header : headers) {
      int colon = header.indexOf(": ");
      request.addHeader(header.substring(0, colon), header.substring(colon + 2));
    }
    filter.doFilter(request, response, chain);
    return chain.getRequest() == null ? "refused" : chain.getRequest().getRemoteAddr();
  }

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.0.0.1    | 192.0.2.7                         | 192.0.2.7
          10.0.0.1    | 192.0.2.7:4711                    | 192.0.2.7
          10.0.0.1    | [2001:dead::7]:4711               | 2001:dead:0:0:0:0:0:7
          10.0.0.1    | 2001:dead::7                      | 2001:dead:0:0:0:0:0:7
          2001:db8::1 | 192.0.2.7                         | 192.0.2.7
          10.0.0.1    | 192.0.2.7, 10.0.0.2               | 192.0.2.7
          10.0.0.1    | 1.1.1.1, 192.0.2.7                | 192.0.2.7
          10.0.0.1    | 10.9.9.9, 192.0.2.7, 10.0.0.2     | 192.0.2.7
          10.0.0.1    | 127.0.0.1, 192.0.2.7              | 192.0.2.7
          10.0.0.1    | 192.0.2.7, nonsense, 10.0.0.2     | 10.0.0.2
          10.0.0.1    | unknown                           | 10.0.0.1
          10.0.0.1    | 10.0.0.3                          | 10.0.0.3
          11.0.0.1    | 192.0.2.7                         | 11.0.0.1
          192.0.2.9   | 192.0.2.7, 10.0.0.2               | 192.0.2.9
          """)
  void the_client_is_the_nearest_address_that_is_not_ours(
      String socket, String header, String client) throws Exception {
    assertThat(clientOf(socket, "X-Forwarded-For: " + header)).isEqualTo(client);
  }

  @Test
  void what_the_client_sent_itself_stands_before_and_is_not_believed() throws Exception {
    assertThat(clientOf("10.0.0.1", "X-Forwarded-For: 1.1.1.1", "X-Forwarded-For: 192.0.2.7"))
        .isEqualTo("192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for=192.0.2.7;proto=https;by=10.0.0.1           | 192.0.2.7
          FOR="192.0.2.7:4711"                            | 192.0.2.7
          for="[2001:dead::7]:4711"                       | 2001:dead:0:0:0:0:0:7
          for=1.1.1.1, for=192.0.2.7, for=10.0.0.2        | 192.0.2.7
          for=192.0.2.7, proto=https                      | 10.0.0.1
          for=_hidden                                     | 10.0.0.1
          """)
  void the_standard_header_says_the_same(String header, String client) throws Exception {
    assertThat(clientOf("10.0.0.1", "Forwarded: " + header)).isEqualTo(client);
  }

  @Test
  void two_headers_that_contradict_each_other_are_refused() throws Exception {
    assertThat(clientOf("10.0.0.1", "X-Forwarded-For: 192.0.2.7", "Forwarded: for=1.1.1.1"))
        .isEqualTo("refused");
    assertThat(response.getStatus()).isEqualTo(400);
  }

  @Test
  void a_chain_without_end_is_looked_through_only_so_far() throws Exception {
    assertThat(clientOf("10.0.0.1", "X-Forwarded-For: 192.0.2.7" + ", 10.0.0.2".repeat(100)))
        .isEqualTo("10.0.0.2");
  }

  @Test
  void scheme_and_name_are_believed_from_nobody() throws Exception {
    clientOf(
        "10.0.0.1",
        "X-Forwarded-For: 192.0.2.7",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: evil.example");

    assertThat(chain.getRequest()).isNotNull();
    assertThat(chain.getRequest().isSecure()).isFalse();
    assertThat(chain.getRequest().getServerName()).isEqualTo("localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "proxy.example", "::/129"})
  void what_is_no_network_is_refused(String text) {
    assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
