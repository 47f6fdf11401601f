package xyz.contentfactory.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.gateway.guard.BufferedRequest;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.PayloadTooLarge;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// Slows down whoever guesses: sign-ins, registrations, refreshes and the steps of connecting a
/// Telegram account are counted by address and by account; beginning to connect one, which sends a
/// code to somebody's phone, has a lower limit of its own.
public final class LimitedRequests extends OncePerRequestFilter {
  private static final String CONNECT = "/api/v1/telegram/connect";
  private static final int MAX_KEY_LENGTH = 300;

  private final RateLimits counters;
  private final RequestLimits limits;
  private final JsonMapper json;
  private final ProblemWriter problems;

  public LimitedRequests(
      RateLimits counters, RequestLimits limits, JsonMapper json, ProblemWriter problems) {
    this.counters = counters;
    this.limits = limits;
    this.json = json;
    this.problems = problems;
  }

  private record Counted(String key, Limit limit) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest readable =
        "/api/auth/login".equals(request.getServletPath()) ? buffered(request, response) : request;
    if (readable == null) {
      return;
    }
    Duration delay = Duration.ZERO;
    for (Counted counted : countedOf(readable)) {
      Duration one = counters.take(counted.key(), counted.limit());
      delay = one.compareTo(delay) > 0 ? one : delay;
    }
    if (delay.isPositive()) {
      problems.write(Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(delay), response);
    } else {
      chain.doFilter(readable, response);
    }
  }

  private @Nullable HttpServletRequest buffered(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      return BufferedRequest.of(request);
    } catch (PayloadTooLarge e) {
      problems.write(e.problem(), response);
      return null;
    }
  }

  private List<Counted> countedOf(HttpServletRequest request) {
    String path = request.getServletPath();
    String address = request.getRemoteAddr();
    List<Counted> counted = new ArrayList<>();
    switch (path) {
      case "/api/auth/login" -> {
        counted.add(new Counted("login-address:" + address, limits.loginPerAddress()));
        String email = emailOf(request);
        if (email != null) {
          counted.add(new Counted("login-account:" + email, limits.loginPerAccount()));
        }
      }
      case "/api/auth/register" ->
          counted.add(new Counted("register-address:" + address, limits.registerPerAddress()));
      case "/api/auth/refresh" ->
          counted.add(new Counted("refresh-address:" + address, limits.refreshPerAddress()));
      default -> {
        if (path.equals(CONNECT) || path.startsWith(CONNECT + "/")) {
          counted.add(new Counted("connect-address:" + address, limits.connectPerAddress()));
          Principal member = request.getUserPrincipal();
          if (member != null) {
            counted.add(
                new Counted("connect-member:" + member.getName(), limits.connectPerMember()));
            if (path.equals(CONNECT)) {
              counted.add(
                  new Counted(
                      "connect-start-member:" + member.getName(), limits.connectStartPerMember()));
            }
          }
        }
      }
    }
    return counted;
  }

  /// The e-mail of a sign-in, if the body has one; whether the body is right is for the service to
  /// say.
  private @Nullable String emailOf(HttpServletRequest request) {
    if (!(request instanceof BufferedRequest buffered)) {
      return null;
    }
    try {
      JsonNode email = json.readTree(buffered.body()).path("email");
      if (!email.isString()) {
        return null;
      }
      String text = email.asString().strip().toLowerCase(Locale.ROOT);
      return text.substring(0, Math.min(text.length(), MAX_KEY_LENGTH));
    } catch (JacksonException e) {
      return null;
    }
  }
}
