package xyz.contentfactory.telegram.net;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import xyz.contentfactory.telegram.mtproto.CallCancelled;

/// A few platform threads for heavy mathematics (key exchange, cloud passwords), so that it never
/// holds up the carriers of virtual threads. Does no I/O.
public final class CryptoPool {
  /// Waiting computations, all accounts together; one takes up to about a second.
  private static final int QUEUE = 4096;

  private static final int IDLE_SECONDS = 20;
  private static final CryptoPool SHARED = new CryptoPool();

  private final ThreadPoolExecutor threads;

  private CryptoPool() {
    var cores = Runtime.getRuntime().availableProcessors();
    threads =
        new ThreadPoolExecutor(
            cores,
            cores,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("telegram-crypto-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// The pool of this process: as many threads as cores, gone when there is nothing to do.
  public static CryptoPool shared() {
    return SHARED;
  }

  /// Runs the computation on the pool and waits for it; what it throws is thrown here.
  ///
  /// @throws CallCancelled when the waiting thread is interrupted
  /// @throws RejectedExecutionException when far too much is waiting already
  public <T> T run(Callable<T> computation) {
    var running = threads.submit(computation);
    try {
      return running.get();
    } catch (InterruptedException interrupted) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a computation failed", failure.getCause());
    }
  }
}
