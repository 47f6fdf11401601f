package xyz.contentfactory.gateway.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;
import xyz.contentfactory.kit.problem.RequestDeadline;

/// No request is worked on longer than the limit: then its thread is interrupted and the answer is
/// `temporarily-unavailable`. An event stream gives its thread back at once, so it is not meant.
public final class RequestTime extends OncePerRequestFilter {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Duration usual;
  private final FileIntake files;
  private final ProblemWriter problems;
  private final ScheduledExecutorService alarms;

  public RequestTime(Duration usual, FileIntake files, ProblemWriter problems) {
    this.usual = usual;
    this.files = files;
    this.problems = problems;
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("request-time").factory());
    executor.setRemoveOnCancelPolicy(true);
    this.alarms = executor;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Duration limit = files.takes(request) ? files.maxTime() : usual;
    RequestDeadline deadline = new RequestDeadline(Thread.currentThread());
    ScheduledFuture<?> alarm =
        alarms.schedule(deadline::pass, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      deadline.during(() -> chain.doFilter(request, response));
    } catch (IOException | ServletException | RuntimeException e) {
      if (!deadline.isOver() || response.isCommitted()) {
        throw e; // half an answer must not look whole: the container cuts the connection
      }
    } finally {
      alarm.cancel(false);
    }
    if (deadline.isOver() && !request.isAsyncStarted()) {
      problems.write(Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE).retryAfter(PAUSE), response);
    }
  }

  @Override
  public void destroy() {
    alarms.shutdownNow();
  }
}
