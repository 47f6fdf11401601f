package xyz.contentfactory.telegram.sandbox.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.Set;
import java.util.regex.Pattern;

/// Who may come in: keeps other web pages in the same browser away from the sandbox.
final class FrontDoor {

  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "media-src 'self'; "
          + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final Pattern LOCAL_HOST =
      Pattern.compile("(localhost|[\\w.-]+\\.localhost|[\\d.]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

  private final boolean onLoopbackOnly;

  FrontDoor(boolean onLoopbackOnly) {
    this.onLoopbackOnly = onLoopbackOnly;
  }

  static boolean isLocal(String host) {
    return LOCAL_HOST.matcher(host).matches();
  }

  /// Refuses a name that somebody else's DNS pointed at us, and writes from other origins.
  void check(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String host = headers.getFirst("Host");
    if (host == null || (onLoopbackOnly && !isLocal(host))) {
      throw new HttpProblem(
          403, "host-not-allowed", "The sandbox answers to localhost and to addresses only.");
    }
    if (SAFE.contains(exchange.getRequestMethod())) {
      return;
    }
    String site = headers.getFirst("Sec-Fetch-Site");
    String origin = headers.getFirst("Origin");
    boolean foreignSite = site != null && !Set.of("same-origin", "none").contains(site);
    boolean foreignOrigin = origin != null && !origin.equals("http://" + host);
    if (foreignSite || foreignOrigin) {
      throw new HttpProblem(
          403, "not-allowed", "Other pages may not change anything in the sandbox.");
    }
  }

  static void headers(Headers headers) {
    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }
}
