package xyz.contentfactory.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import xyz.contentfactory.gateway.guard.BufferedRequest;

/// For a browser the tokens stay out of reach of scripts: on the way in the refresh cookie becomes
/// the body that the service expects, on the way out the tokens move from the body into cookies.
/// Who came by cookie is answered by cookie, whatever else the request asks for. The service knows
/// nothing of it.
public final class TokensInCookies extends OncePerRequestFilter {
  /// What opens a session, and so answers with tokens.
  private static final Pattern SIGN_IN =
      Pattern.compile(
          "/api/auth/(login|login/second-factor|passkeys/sign-in|oidc/sign-in/callback)");

  private static final String REFRESH = "/api/auth/refresh";
  private static final String LOGOUT = "/api/auth/logout";

  private final SessionCookies cookies;
  private final JsonMapper json;

  public TokensInCookies(SessionCookies cookies, JsonMapper json) {
    this.cookies = cookies;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod())
        || SessionCookies.hasAuthorization(request)
        || !(isSignIn(request) || Set.of(REFRESH, LOGOUT).contains(request.getServletPath()));
  }

  private static boolean isSignIn(HttpServletRequest request) {
    return SIGN_IN.matcher(request.getServletPath()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean login = isSignIn(request);
    String refresh = login ? null : SessionCookies.refresh(request);
    if (refresh == null && !SessionCookies.wantsCookies(request)) {
      chain.doFilter(request, response);
      return;
    }
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    chain.doFilter(withRefreshToken(request, refresh), answer);
    switch (request.getServletPath()) {
      case LOGOUT -> cookies.clear(request, response);
      case REFRESH -> {
        if (answer.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
          cookies.clear(request, response);
        }
        moveTokens(request, answer);
      }
      default -> moveTokens(request, answer);
    }
    answer.copyBodyToResponse();
  }

  private HttpServletRequest withRefreshToken(
      HttpServletRequest request, @Nullable String refreshToken) {
    return refreshToken == null
        ? request
        : BufferedRequest.withJson(
            request, json.writeValueAsBytes(Map.of("refresh_token", refreshToken)));
  }

  private void moveTokens(HttpServletRequest request, ContentCachingResponseWrapper answer)
      throws IOException {
    if (answer.getStatus() != HttpServletResponse.SC_OK) {
      return;
    }
    ObjectNode tokens = (ObjectNode) json.readTree(answer.getContentAsByteArray());
    String access = tokens.remove("access_token").asString();
    String refresh = tokens.remove("refresh_token").asString();
    Duration accessLife = Duration.ofSeconds(tokens.path("expires_in").asLong());
    cookies.set(request, answer, access, accessLife, refresh);
    answer.resetBuffer();
    answer.getOutputStream().write(json.writeValueAsBytes(tokens));
  }
}
