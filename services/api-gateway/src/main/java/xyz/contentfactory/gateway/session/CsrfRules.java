package xyz.contentfactory.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// When a request must prove by the header `X-XSRF-TOKEN` that a page of ours made it: when it
/// changes something and its session travels in cookies.
///
/// Signing in and registering are exempt, as no session speaks there: a foreign page cannot put its
/// own session into this browser, because only a request with the header `X-Session` gets cookies
/// and a foreign page cannot send that header (CORS is closed), nor a JSON body.
public final class CsrfRules implements RequestMatcher {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> WITHOUT_SESSION =
      Set.of("/api/auth/login", "/api/auth/register");

  @Override
  public boolean matches(HttpServletRequest request) {
    return mayApply(request.getMethod(), request.getServletPath())
        && !SessionCookies.hasAuthorization(request)
        && (SessionCookies.access(request) != null
            || SessionCookies.refresh(request) != null
            || SessionCookies.wantsCookies(request));
  }

  /// Whether requests of this kind are asked for the header at all.
  public static boolean mayApply(String method, String path) {
    return !SAFE.contains(method) && !WITHOUT_SESSION.contains(path);
  }

  /// The token in a cookie that our pages can read: `XSRF-TOKEN`.
  public static CookieCsrfTokenRepository tokens(boolean alwaysSecure) {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> {
      cookie.path("/").sameSite("Strict");
      if (alwaysSecure) {
        cookie.secure(true);
      }
    });
    return tokens;
  }
}
