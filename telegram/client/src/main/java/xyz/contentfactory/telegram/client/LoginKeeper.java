package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.CallCancelled;

/// Owns the stored login and talks to the listener, both on one thread, in order.
final class LoginKeeper implements AutoCloseable {
  private static final int WAITING = 1000;

  private final ClientListener listener;
  private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile StoredLogin login;
  private volatile Runnable changed = () -> {};
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

  /// Sets what is run after each change of the login; it must return at once.
  void afterChange(Runnable work) {
    changed = work;
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
      await(task);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    }
  }

  private static void await(Task task) throws InterruptedException {
    try {
      task.done().get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the owner of a login failed", failure.getCause());
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

  /// Asks the listener something, or has it keep something, and waits for it. What the listener
  /// throws is thrown here.
  <T extends @Nullable Object> T ask(Function<ClientListener, T> question)
      throws InterruptedException {
    var answer = new AtomicReference<T>();
    var task = new Task(() -> answer.set(question.apply(listener)), new CompletableFuture<>());
    tasks.put(task);
    if (closed) {
      cancelAll();
    }
    await(task);
    return answer.get();
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
      changed.run();
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
