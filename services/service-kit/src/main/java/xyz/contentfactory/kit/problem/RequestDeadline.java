package xyz.contentfactory.kit.problem;

import jakarta.servlet.ServletException;
import java.io.IOException;

/// The end of the time that one request may take. When it passes, the thread that works on the
/// request is interrupted; whatever that breaks is told as `temporarily-unavailable`, not as a bug.
public final class RequestDeadline {
  private static final ScopedValue<RequestDeadline> CURRENT = ScopedValue.newInstance();

  private final Thread worker;
  private boolean passed;
  private boolean finished;

  public RequestDeadline(Thread worker) {
    this.worker = worker;
  }

  /// What a filter does with a request.
  public interface Work {
    void run() throws IOException, ServletException;
  }

  /// Runs the work under this deadline; afterwards the thread is not interrupted by it any more.
  public void during(Work work) throws IOException, ServletException {
    try {
      ScopedValue.where(CURRENT, this)
          .<Void, Exception>call(() -> {
            work.run();
            return null;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      finish();
    }
  }

  private synchronized void finish() {
    finished = true;
    if (passed) {
      Thread.interrupted();
    }
  }

  /// The time is over; does nothing when the work is.
  public synchronized void pass() {
    if (!finished) {
      passed = true;
      worker.interrupt();
    }
  }

  public synchronized boolean isOver() {
    return passed;
  }

  /// Whether the request of this thread has used up its time.
  static boolean hasPassed() {
    return CURRENT.isBound() && CURRENT.get().isOver();
  }
}
