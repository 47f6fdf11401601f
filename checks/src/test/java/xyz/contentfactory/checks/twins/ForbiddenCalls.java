package xyz.contentfactory.checks.twins;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;

/// Every call that the house forbids, in one class.
public final class ForbiddenCalls {

  private ForbiddenCalls() {}

  /// Prints.
  public static void prints(Throwable failure) {
    System.out.println("printed");
    failure.printStackTrace();
    Logger.getLogger("other").info("logged elsewhere");
  }

  /// Hands out a future.
  public static CompletableFuture<Integer> future() {
    return CompletableFuture.completedFuture(new Random().nextInt());
  }

  /// A queue without a bound.
  public static ExecutorService pool() {
    return Executors.newFixedThreadPool(2);
  }

  /// Sleeps.
  public static void sleeps() throws InterruptedException {
    Thread.sleep(1);
  }
}
