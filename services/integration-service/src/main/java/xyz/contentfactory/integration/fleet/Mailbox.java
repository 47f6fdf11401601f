package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What an actor is told. Bounded without ever blocking a sender: wake-ups melt into one, one call
/// is open at a time on each lane, and people's requests wait here until they are served; above
/// that they are refused.
final class Mailbox {
  private static final int REQUESTS = 8;

  /// Room for one wake-up and an outcome of each lane; never full.
  private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(1 + Lane.values().length);

  private final AtomicBoolean wakePending = new AtomicBoolean();

  /// Guarded by this object, as is `closed`.
  private final Queue<Request> requests = new ArrayDeque<>();

  private boolean closed;

  sealed interface Message {
    /// Look around: something has changed.
    record Wake() implements Message {}

    /// The open call of the lane has ended; run this on the actor's thread.
    record Outcome(Lane lane, Runnable settle) implements Message {}
  }

  void wake() {
    if (wakePending.compareAndSet(false, true)) {
      queue.add(new Message.Wake());
    }
  }

  void outcome(Lane lane, Runnable settle) {
    queue.add(new Message.Outcome(lane, settle));
  }

  /// Puts a request into the queue.
  ///
  /// @return false when there are too many requests waiting already, or nobody reads any more
  boolean ask(Request request) {
    synchronized (this) {
      requests.removeIf(Request::isSettled);
      if (closed || requests.size() >= REQUESTS) {
        return false;
      }
      requests.add(request);
    }
    wake();
    return true;
  }

  /// Takes the first request that may be served now and that somebody still waits for.
  synchronized @Nullable Request nextRequest(Predicate<Request> servable) {
    for (Iterator<Request> each = requests.iterator(); each.hasNext(); ) {
      Request request = each.next();
      if (request.isSettled()) {
        each.remove();
      } else if (servable.test(request)) {
        each.remove();
        if (request.begin()) {
          return request;
        }
      }
    }
    return null;
  }

  /// Nobody reads any more; the requests left are given back.
  synchronized List<Request> close() {
    closed = true;
    List<Request> left = List.copyOf(requests);
    requests.clear();
    return left;
  }

  /// The next message; a wake-up when there is none until `alarm`.
  Message next(@Nullable Instant alarm, Instant now) throws InterruptedException {
    Message message = alarm == null ? queue.take() : poll(Duration.between(now, alarm));
    switch (message) {
      case null -> {
        return new Message.Wake();
      }
      case Message.Wake ignored -> wakePending.set(false);
      case Message.Outcome ignored -> {}
    }
    return message;
  }

  private @Nullable Message poll(Duration delay) throws InterruptedException {
    // a millisecond more, so that the alarm time has surely come
    return queue.poll(Math.max(0, delay.toMillis()) + 1, TimeUnit.MILLISECONDS);
  }
}
