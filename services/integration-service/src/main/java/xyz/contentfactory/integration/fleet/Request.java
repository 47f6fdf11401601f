package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Something a person asked an account's owner to do, and the wait for its outcome. It is settled
/// once; one that is settled before it begins (given up, refused) is never executed.
class Request {
  /// What can be asked for.
  enum Wish {
    REFRESH_CHANNELS,
    /// A [Question].
    ASK,
    PAUSE,
    DISCONNECT
  }

  private final Wish wish;
  private final CountDownLatch settled = new CountDownLatch(1);

  /// Guarded by this object.
  private boolean begun;

  private volatile @Nullable ProblemException problem;

  Request(Wish wish) {
    this.wish = wish;
  }

  Wish wish() {
    return wish;
  }

  boolean isSettled() {
    return settled.getCount() == 0;
  }

  /// To be asked before it is executed.
  ///
  /// @return false when nobody waits for it any more
  synchronized boolean begin() {
    begun = !isSettled();
    return begun;
  }

  void done() {
    settle(null);
  }

  void failed(ProblemException why) {
    settle(why);
  }

  private synchronized void settle(@Nullable ProblemException why) {
    if (!isSettled()) {
      problem = why;
      settled.countDown();
    }
  }

  private synchronized void giveUpUnlessBegun(ProblemException why) {
    if (!begun) {
      settle(why);
    }
  }

  /// @param toBegin how long to wait for the account to be ready; after that it is given up
  /// @param toEnd how long the execution may take
  /// @throws ProblemException when it failed, or took longer than that
  void await(Duration toBegin, Duration toEnd) {
    try {
      if (!isSettledWithin(toBegin)) {
        giveUpUnlessBegun(
            unavailable("The account cannot do this right now; try again in a moment."));
        if (!isSettledWithin(toEnd)) {
          throw unavailable("The account is busy; look again in a moment.");
        }
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

  private boolean isSettledWithin(Duration patience) throws InterruptedException {
    return settled.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  static ProblemException unavailable(String detail) {
    return Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE, detail)
        .retryAfter(Duration.ofSeconds(5))
        .asException();
  }
}
