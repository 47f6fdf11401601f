package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.tl.TlObject;

/// Owns the stored login and talks to the listener, both on one thread, in order.
final class LoginKeeper implements AutoCloseable {
  /// Beyond this, pushed updates are dropped and counted.
  private static final int UPDATES = 1000;

  /// Room for what is not an update, so that it is never the one to be dropped.
  private static final int OTHERS = 1000;

  private final ClientListener listener;
  private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>(UPDATES + OTHERS);
  private final AtomicInteger missed = new AtomicInteger();
  private final Thread thread;
  private volatile StoredLogin login;
  private volatile boolean closed;

  private record Task(Runnable work, CompletableFuture<Void> done) {}

  LoginKeeper(StoredLogin login, ClientListener listener) {
    this.login = login;
    this.listener = listener;
    this.thread = Thread.ofVirtual().name("telegram-client-events").start(this::run);
  }

  StoredLogin login() {
    return login;
  }

  /// Changes the login; returns when the owner has it. What the listener throws is thrown here, and
  /// the change is not made.
  void change(UnaryOperator<StoredLogin> change) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("a callback must not call the client");
    }
    var task = new Task(() -> apply(change), new CompletableFuture<>());
    try {
      tasks.put(task);
      if (closed) {
        cancelAll();
      }
      task.done().get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the login could not be stored", failure.getCause());
    }
  }

  /// Changes what is worth keeping but not worth a report of its own; returns at once.
  void note(UnaryOperator<StoredLogin> change) {
    offer(() -> login = change.apply(login));
  }

  /// Tells the listener something; returns at once.
  void tell(Consumer<ClientListener> news) {
    offer(() -> news.accept(listener));
  }

  /// Hands an update on, or counts it as missed when too many wait.
  void update(TlObject update) {
    if (tasks.size() >= UPDATES) {
      missed.incrementAndGet();
      return;
    }
    offer(() -> {
      var count = missed.getAndSet(0);
      if (count > 0) {
        listener.updatesMissed(count);
      }
      listener.update(update);
    });
  }

  /// Stops after what is being told now; whoever waits for a change gets `CallCancelled`.
  @Override
  public void close() {
    closed = true;
    offer(() -> {});
    if (Thread.currentThread() != thread) {
      joinThread();
    }
    cancelAll();
  }

  private void run() {
    while (!closed) {
      try {
        perform(tasks.take());
      } catch (InterruptedException stray) {
        return;
      }
    }
  }

  private static void perform(Task task) {
    try {
      task.work().run();
      task.done().complete(null);
    } catch (RuntimeException | Error failure) {
      // A listener that throws at mere news harms nobody; one that throws at a change fails it.
      task.done().completeExceptionally(failure);
    }
  }

  private void apply(UnaryOperator<StoredLogin> change) {
    var next = change.apply(login);
    if (!next.equals(login)) {
      listener.loginChanged(next);
      login = next;
    }
  }

  private void offer(Runnable work) {
    var _ = tasks.offer(new Task(work, new CompletableFuture<>()));
  }

  private void cancelAll() {
    var left = new ArrayList<Task>();
    tasks.drainTo(left);
    left.forEach(task -> task.done().completeExceptionally(new CallCancelled()));
  }

  private void joinThread() {
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
