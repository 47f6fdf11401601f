package xyz.contentfactory.telegram.sandbox.web;

/// Counts what changes in the world, so that pages know when to look again.
public final class Changes {

  private long count;

  public synchronized void mark() {
    count++;
    notifyAll();
  }

  synchronized long count() {
    return count;
  }

  /// Waits until the count has moved on, or the time is over; says where it stands.
  synchronized long await(long seen, long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    while (count == seen) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    return count;
  }
}
