package xyz.contentfactory.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.gateway.permission.Permissions;
import xyz.contentfactory.kit.problem.ProblemWriter;

class AccessTokenFilterTest {
  private final AtomicInteger looked = new AtomicInteger();
  private final AccessTokenFilter filter =
      new AccessTokenFilter(
          token -> {
            looked.incrementAndGet();
            throw new BadJwtException("not one of ours");
          },
          (key, from) -> Optional.empty(),
          Permissions.shipped(),
          new ProblemWriter(new JsonMapper()));

  private void get(String path) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    request.setCookies(new Cookie("cf_access", "token"));
    filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/accounts", "/assets/app.js", "/openapi.json", "/.well-known/jwks.json"})
  void no_token_is_verified_for_what_everybody_may_read(String path) throws Exception {
    get(path);

    assertThat(looked).hasValue(0);
  }

  @Test
  void the_token_is_verified_for_the_api() throws Exception {
    get("/api/v1/telegram/accounts");
    get("/api/auth/me");

    assertThat(looked).hasValue(2);
  }
}
