package xyz.contentfactory.gateway.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The two cookies of a browser's session: `cf_access` goes with every request, `cf_refresh` only
/// to `/api/auth`. Scripts can read neither; both are `SameSite=Strict`, as nothing but our own
/// pages calls the API.
public final class SessionCookies {
  static final String ACCESS = "cf_access";
  static final String REFRESH = "cf_refresh";
  private static final String REFRESH_PATH = "/api/auth";

  private final boolean alwaysSecure;
  private final Duration refreshLife;

  public SessionCookies(boolean alwaysSecure, Duration refreshLife) {
    this.alwaysSecure = alwaysSecure;
    this.refreshLife = refreshLife;
  }

  /// Whether the request speaks for itself by a header; then its cookies mean nothing.
  static boolean hasAuthorization(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /// Whether the request asks to have its tokens in cookies.
  static boolean wantsCookies(HttpServletRequest request) {
    return "cookie".equalsIgnoreCase(request.getHeader("X-Session"));
  }

  static @Nullable String access(HttpServletRequest request) {
    return value(request, ACCESS);
  }

  static @Nullable String refresh(HttpServletRequest request) {
    return value(request, REFRESH);
  }

  private static @Nullable String value(HttpServletRequest request, String name) {
    Cookie cookie = WebUtils.getCookie(request, name);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  void set(
      HttpServletRequest request,
      HttpServletResponse response,
      String access,
      Duration accessLife,
      String refresh) {
    add(request, response, ACCESS, access, "/", accessLife);
    add(request, response, REFRESH, refresh, REFRESH_PATH, refreshLife);
  }

  void clear(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, ACCESS, "", "/", Duration.ZERO);
    add(request, response, REFRESH, "", REFRESH_PATH, Duration.ZERO);
  }

  private void add(
      HttpServletRequest request,
      HttpServletResponse response,
      String name,
      String value,
      String path,
      Duration life) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path(path)
            .maxAge(life)
            .httpOnly(true)
            .secure(alwaysSecure || request.isSecure())
            .sameSite("Strict")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
