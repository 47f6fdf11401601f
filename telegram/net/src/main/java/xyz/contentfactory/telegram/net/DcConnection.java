package xyz.contentfactory.telegram.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.net.proxy.Route;

/// A lasting connection to one data centre: dials, agrees on a key when there is none, carries
/// calls over one encrypted session, and dials again with back-off when the socket breaks. The
/// session lives through new sockets, so calls in flight are answered after a reconnection.
public final class DcConnection implements AutoCloseable {
  /// Happenings waiting for the core; it never waits for anything, so a full queue is a short wait.
  private static final int INBOX = 512;

  private static final int ABANDON_SECONDS = 5;

  private final DcEndpoint endpoint;
  private final ConnectionSettings settings;
  private final ConnectionListener listener;
  private final BlockingQueue<CoreMessage> inbox = new LinkedBlockingQueue<>(INBOX);
  private final Semaphore places;
  private final Thread core;
  private final AtomicLong generation = new AtomicLong();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile @Nullable MtprotoException over;

  private DcConnection(
      DcEndpoint endpoint,
      @Nullable KnownKey key,
      ConnectionSettings settings,
      ConnectionListener listener) {
    this.endpoint = endpoint;
    this.settings = settings;
    this.listener = listener;
    this.places = new Semaphore(settings.callsInFlight(), true);
    this.core = Thread.ofVirtual().name(threadName("core")).unstarted(new Core(this, key, inbox));
  }

  /// Begins to connect and returns at once.
  ///
  /// @param key the key to go on with; null makes a new one
  public static DcConnection open(
      DcEndpoint endpoint,
      @Nullable KnownKey key,
      ConnectionSettings settings,
      ConnectionListener listener) {
    var connection = prepare(endpoint, key, settings, listener);
    connection.start();
    return connection;
  }

  /// As [#open], but nothing happens before [#start]; calls made earlier wait.
  public static DcConnection prepare(
      DcEndpoint endpoint,
      @Nullable KnownKey key,
      ConnectionSettings settings,
      ConnectionListener listener) {
    return new DcConnection(endpoint, key, settings, listener);
  }

  /// Begins to connect and returns at once; without effect when begun or closed already.
  public void start() {
    if (begun.compareAndSet(false, true)) {
      core.start();
    }
  }

  /// Counts the sockets that came up; a query is the first of its connection when this has changed.
  public long generation() {
    return generation.get();
  }

  /// Sends a call and waits for its answer, through reconnections if need be.
  ///
  /// @param body TL bytes of a function, at most 1 MiB
  /// @throws ConnectionLost when there is no answer in time; says how far the call got
  /// @throws CallCancelled when this thread is interrupted or the connection is closed
  /// @throws KeyLost when the server does not know our key
  /// @throws MtprotoException when no trustworthy connection can be made
  /// @throws IllegalArgumentException when the body can be no function
  public Reply call(byte[] body, Duration timeout) {
    var deadline = System.nanoTime() + timeout.toNanos();
    var call = new PendingCall(body);
    try {
      if (!places.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ConnectionLost(CallState.NOT_SENT);
      }
      try {
        post(new CoreMessage.Submitted(call));
        return await(call, deadline);
      } finally {
        places.release();
      }
    } catch (InterruptedException interrupted) {
      postLast(new CoreMessage.Abandoned(call));
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    }
  }

  /// Goes on by another way at once: the session and the open calls live on, only the socket is
  /// another one.
  public void reroute(Route route) {
    postLast(new CoreMessage.Rerouted(route));
  }

  /// Closes the socket and ends all threads; open calls end with `CallCancelled`.
  @Override
  public void close() {
    if (begun.compareAndSet(false, true)) {
      end(new CallCancelled());
      return;
    }
    postLast(new CoreMessage.Stopped());
    if (Thread.currentThread() == core) {
      return;
    }
    var interrupted = false;
    while (core.isAlive()) {
      try {
        core.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Makes the core look at the clock; for tests that move it.
  void nudge() {
    postLast(new CoreMessage.Nudged());
  }

  private Reply await(PendingCall call, long deadline) throws InterruptedException {
    try {
      return answer(call, deadline - System.nanoTime());
    } catch (TimeoutException late) {
      post(new CoreMessage.Abandoned(call));
    }
    try {
      return answer(call, TimeUnit.SECONDS.toNanos(ABANDON_SECONDS));
    } catch (TimeoutException starved) {
      throw new ConnectionLost(CallState.SENT, starved);
    }
  }

  private Reply answer(PendingCall call, long nanos) throws InterruptedException, TimeoutException {
    var ended = over;
    if (ended != null) {
      call.answer.completeExceptionally(ended);
    }
    try {
      return call.answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the connection failed", failure.getCause());
    }
  }

  DcEndpoint endpoint() {
    return endpoint;
  }

  ConnectionSettings settings() {
    return settings;
  }

  ConnectionListener listener() {
    return listener;
  }

  Thread startThread(String role, Runnable work) {
    return Thread.ofVirtual().name(threadName(role)).start(work);
  }

  private String threadName(String role) {
    return "telegram-dc" + endpoint.dc().number() + "-" + role;
  }

  void post(CoreMessage message) throws InterruptedException {
    while (over == null && !inbox.offer(message, 1, TimeUnit.SECONDS)) {
      Thread.onSpinWait();
    }
  }

  /// As [#post], for a message that must not get lost to an interrupt.
  void postLast(CoreMessage message) {
    var interrupted = false;
    while (true) {
      try {
        post(message);
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void lineIsUp() {
    generation.incrementAndGet();
  }

  /// The core ends: whatever is asked from now on fails like this.
  void end(MtprotoException reason) {
    over = reason;
    List<CoreMessage> left = new ArrayList<>();
    inbox.drainTo(left);
    for (var message : left) {
      if (message instanceof CoreMessage.Submitted submitted) {
        submitted.call().answer.completeExceptionally(reason);
      }
    }
  }
}
