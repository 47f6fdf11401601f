package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Something a person asked an account's owner to do, and the wait for its outcome.
final class Request {
  /// What can be asked for.
  enum Wish {
    REFRESH_CHANNELS,
    DISCONNECT
  }

  private final Wish wish;
  private final CountDownLatch settled = new CountDownLatch(1);
  private volatile @Nullable ProblemException problem;

  Request(Wish wish) {
    this.wish = wish;
  }

  Wish wish() {
    return wish;
  }

  void done() {
    settled.countDown();
  }

  void failed(ProblemException why) {
    problem = why;
    settled.countDown();
  }

  /// @throws ProblemException when it failed, or took longer than that
  void await(Duration patience) {
    try {
      if (!settled.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw unavailable("The account is busy; look again in a moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("The server is stopping.");
    }
    ProblemException failure = problem;
    if (failure != null) {
      throw failure;
    }
  }

  static ProblemException unavailable(String detail) {
    return Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE, detail)
        .retryAfter(Duration.ofSeconds(5))
        .asException();
  }
}
