package xyz.contentfactory.gateway.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import xyz.contentfactory.gateway.guard.BufferedRequest;
import xyz.contentfactory.gateway.limit.Counter.By;
import xyz.contentfactory.gateway.limit.LimitFields.Met;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.PayloadTooLarge;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// Slows down whoever asks too often, by the table `Counter`. It stands in the chain twice: before
/// it is known who calls, counting addresses, so that guessing keys and tokens costs the guesser
/// too; and after, counting members and keys.
public final class LimitedRequests extends OncePerRequestFilter {
  private static final String LOGIN = "/api/auth/login";
  private static final String FILTERED = ".FILTERED";

  private final RateLimits counters;
  private final Map<Counter, Limit> limits;
  private final Set<By> counted;
  private final CountedNames names;
  private final ProblemWriter problems;

  private LimitedRequests(
      RateLimits counters,
      Map<Counter, Limit> limits,
      Set<By> counted,
      CountedNames names,
      ProblemWriter problems) {
    this.counters = counters;
    this.limits = Map.copyOf(limits);
    this.counted = counted;
    this.names = names;
    this.problems = problems;
  }

  /// For before it is known who calls.
  ///
  /// @param limits those that differ from the table's presets
  public static LimitedRequests ofAddresses(
      RateLimits counters, Map<Counter, Limit> limits, CountedNames names, ProblemWriter problems) {
    return new LimitedRequests(counters, limits, Set.of(By.ADDRESS, By.ACCOUNT), names, problems);
  }

  /// For after that.
  ///
  /// @param limits those that differ from the table's presets
  public static LimitedRequests ofCallers(
      RateLimits counters, Map<Counter, Limit> limits, CountedNames names, ProblemWriter problems) {
    return new LimitedRequests(counters, limits, Set.of(By.MEMBER, By.KEY), names, problems);
  }

  /// The two of one chain are not the same filter.
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return getClass().getName() + counted + FILTERED;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest readable = readable(request, response);
    if (readable == null) {
      return;
    }
    List<Met> met = count(readable);
    LimitFields.write(readable, response, met);
    Duration delay =
        met.stream().map(one -> one.taken().delay()).reduce(Duration.ZERO, LimitedRequests::longer);
    if (delay.isPositive()) {
      problems.write(Problem.of(CommonProblem.TOO_MANY_REQUESTS).retryAfter(delay), response);
    } else {
      chain.doFilter(readable, response);
    }
  }

  private List<Met> count(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    List<Met> met = new ArrayList<>();
    for (Counter counter : Counter.values()) {
      if (counted.contains(counter.by()) && counter.counts(request.getMethod(), path)) {
        String name = names.of(counter.by(), request);
        if (name != null) {
          Limit limit = limits.getOrDefault(counter, counter.preset());
          met.add(new Met(counter, limit, counters.take(counter.wireName() + ":" + name, limit)));
        }
      }
    }
    return met;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /// A sign-in is read twice: here for its e-mail, then by the service.
  private @Nullable HttpServletRequest readable(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!counted.contains(By.ACCOUNT)
        || !"POST".equals(request.getMethod())
        || !LOGIN.equals(request.getServletPath())) {
      return request;
    }
    try {
      return BufferedRequest.of(request);
    } catch (PayloadTooLarge e) {
      problems.write(e.problem(), response);
      return null;
    }
  }
}
