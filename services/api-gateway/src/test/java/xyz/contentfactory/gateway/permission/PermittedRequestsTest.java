package xyz.contentfactory.gateway.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerAuthentication;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.identity.Scope;
import xyz.contentfactory.kit.problem.ProblemWriter;

class PermittedRequestsTest {
  private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private final PermittedRequests filter =
      new PermittedRequests(
          Permissions.of(
              """
              method, path, who, scope, confirmed
              GET,  /api/open,    everyone, -,       no
              GET,  /api/read,    member,   read,    no
              POST, /api/change,  user,     publish, no
              POST, /api/connect, user,     connect, yes
              POST, /api/rule,    admin,    admin,   no
              POST, /api/secret,  member,   -,       no
              """),
          new ProblemWriter(new JsonMapper()));

  @AfterEach
  void nobodyIsThere() {
    SecurityContextHolder.clearContext();
  }

  private static @Nullable Caller caller(String name) {
    return switch (name) {
      case "nobody" -> null;
      case "unconfirmed" -> Caller.ofSession(ID, Role.USER, ID, false);
      case "reader" -> Caller.ofApiKey(ID, Role.ADMIN, ID, true, Set.of(Scope.READ));
      case "robot" -> Caller.ofApiKey(ID, Role.USER, ID, true, Scope.ALL);
      default -> Caller.ofSession(ID, Role.fromWireName(name), ID, true);
    };
  }

  private MockHttpServletResponse send(String method, String path, String name) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.setServletPath(path);
    Caller caller = caller(name);
    if (caller != null) {
      SecurityContextHolder.setContext(new SecurityContextImpl(new CallerAuthentication(caller)));
    }
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, new MockFilterChain());
    return response;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/open, nobody, ok",
    "GET, /api/open, reader, ok",
    "GET, /api/read, nobody, sign-in-needed",
    "GET, /api/read, viewer, ok",
    "HEAD, /api/read, viewer, ok",
    "GET, /api/read, reader, ok",
    "POST, /api/change, viewer, not-allowed",
    "POST, /api/change, user, ok",
    "POST, /api/change, unconfirmed, ok",
    "POST, /api/change, reader, api-key-scope-missing",
    "POST, /api/change, robot, ok",
    "POST, /api/connect, unconfirmed, email-not-confirmed",
    "POST, /api/connect, viewer, not-allowed",
    "POST, /api/rule, user, not-allowed",
    "POST, /api/rule, robot, not-allowed",
    "POST, /api/rule, reader, api-key-scope-missing",
    "POST, /api/rule, admin, ok",
    "POST, /api/secret, admin, ok",
    "POST, /api/secret, robot, api-key-scope-missing",
    "GET, /api/unknown, admin, not-found",
    "GET, /api, admin, not-found",
    "DELETE, /api/read, admin, method-not-allowed",
  })
  void the_table_is_kept_to(String method, String path, String name, String expected)
      throws Exception {
    MockHttpServletResponse response = send(method, path, name);

    if (expected.equals("ok")) {
      assertThat(response.getStatus()).isEqualTo(200);
    } else {
      assertThat(response.getContentAsString()).contains("\"code\":\"" + expected + "\"");
    }
  }

  @Test
  void another_method_is_told_which_there_are() throws Exception {
    assertThat(send("PUT", "/api/read", "nobody").getHeader("Allow"))
        .isEqualTo("GET, HEAD, OPTIONS");
    assertThat(send("OPTIONS", "/api/change", "nobody").getStatus()).isEqualTo(204);
  }

  @Test
  void what_is_outside_the_api_is_for_everybody() throws Exception {
    assertThat(send("GET", "/apiary", "nobody").getStatus()).isEqualTo(200);
  }
}
