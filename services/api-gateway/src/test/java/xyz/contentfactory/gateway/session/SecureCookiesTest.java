package xyz.contentfactory.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import xyz.contentfactory.gateway.guard.SecurityHeaders;

class SecureCookiesTest {
  @ParameterizedTest
  @CsvSource({"false, false, false", "true, false, true", "false, true, true", "true, true, true"})
  void behind_tls_cookies_are_secure_and_the_browser_is_told_to_stay_there(
      boolean configured, boolean https, boolean secure) throws ServletException, IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.setSecure(https);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new SecurityHeaders(configured).doFilter(request, response, new MockFilterChain());
    new SessionCookies(configured, Duration.ofDays(30))
        .set(request, response, "access", Duration.ofMinutes(10), "refresh");
    CsrfRules.tokens(configured)
        .saveToken(CsrfRules.tokens(configured).generateToken(request), request, response);

    assertThat(response.getHeaders("Set-Cookie"))
        .hasSize(3)
        .allMatch(cookie -> cookie.contains("; Secure") == secure);
    assertThat(response.getHeader("Strict-Transport-Security") != null).isEqualTo(secure);
  }
}
