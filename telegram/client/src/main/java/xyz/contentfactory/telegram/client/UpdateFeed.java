package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.DifferenceCall.AskChannelDifference;
import xyz.contentfactory.telegram.client.DifferenceCall.AskDifference;
import xyz.contentfactory.telegram.client.DifferenceCall.AskState;
import xyz.contentfactory.telegram.client.UpdatePlace.Common;
import xyz.contentfactory.telegram.client.UpdatePlace.InChannel;
import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.method.channels.DeleteMessages;
import xyz.contentfactory.telegram.tl.type.PlainInputChannel;
import xyz.contentfactory.telegram.tl.type.Updates;
import xyz.contentfactory.telegram.tl.type.messages.AffectedHistory;
import xyz.contentfactory.telegram.tl.type.messages.AffectedMessages;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifference;
import xyz.contentfactory.telegram.tl.type.updates.Difference;
import xyz.contentfactory.telegram.tl.type.updates.State;

/// Runs an [UpdateEngine] for whoever is logged in: a thread of its own feeds it, asks its
/// questions, and hands each batch to the owner before it goes on.
final class UpdateFeed implements AutoCloseable {
  /// What is not taken in beyond this is thrown away and asked for later.
  private static final int WAITING = 1000;

  /// Before a batch that the owner could not keep is handed over again.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// How many things are taken in before what came of them is handed on.
  private static final int AT_ONCE = 100;

  private final Calls calls;
  private final LoginKeeper keeper;
  private final BooleanSupplier connected;
  private final InstantSource clock;
  private final LinkedBlockingQueue<News> inbox = new LinkedBlockingQueue<>(WAITING);

  /// Something was thrown away, or may have been missed.
  private final AtomicBoolean missed = new AtomicBoolean();

  private final Thread thread;
  private volatile boolean closed;

  /// The engine and whose it is; they belong to the thread.
  private @Nullable UpdateEngine engine;

  private @Nullable Long userId;

  private sealed interface News {
    record Came(Updates updates) implements News {}

    record Moved(UpdatePlace place) implements News {}

    record Seen(List<ChannelState> channels) implements News {}

    /// Look around.
    record Ring() implements News {}
  }

  UpdateFeed(Calls calls, LoginKeeper keeper, BooleanSupplier connected, InstantSource clock) {
    this.calls = calls;
    this.keeper = keeper;
    this.connected = connected;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("telegram-client-updates").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// A new connection, a new session or a new login; returns at once.
  void ring() {
    missed.set(true);
    var _ = inbox.offer(new News.Ring());
  }

  /// Takes in what was pushed; returns at once.
  void pushed(Updates updates) {
    offer(new News.Came(updates));
  }

  /// Takes in what a call of ours was answered with, when that moves a counter; returns at once.
  void answered(TlMethod<?> method, Object answer) {
    switch (answer) {
      case Updates updates -> offer(new News.Came(updates));
      case AffectedMessages m -> offer(new News.Moved(place(method, m.pts(), m.ptsCount())));
      case AffectedHistory h -> offer(new News.Moved(new Common(h.pts(), h.ptsCount())));
      default -> {}
    }
  }

  private static UpdatePlace place(TlMethod<?> method, int pts, int count) {
    return method instanceof DeleteMessages delete
            && delete.channel() instanceof PlainInputChannel channel
        ? new InChannel(channel.channelId(), pts, count)
        : new Common(pts, count);
  }

  /// Where channels stand was read elsewhere; returns at once.
  void seen(List<ChannelState> channels) {
    if (!channels.isEmpty()) {
      offer(new News.Seen(channels));
    }
  }

  private void offer(News news) {
    if (!inbox.offer(news)) {
      missed.set(true);
    }
  }

  private void run() {
    try {
      while (!closed) {
        turn();
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void turn() throws InterruptedException {
    var running = engine();
    take(running, next(running));
    for (var n = 1; n < AT_ONCE; n++) {
      take(running, inbox.poll());
    }
    if (running == null) {
      return;
    }
    handOver(running);
    while (!closed && connected.getAsBoolean() && ask(running)) {
      handOver(running);
    }
  }

  private @Nullable News next(@Nullable UpdateEngine running) throws InterruptedException {
    if (running == null || !connected.getAsBoolean()) {
      return inbox.take();
    }
    var left = Duration.between(clock.instant(), running.alarm()).toMillis();
    // A millisecond more, so that the time has surely come.
    return inbox.poll(Math.max(0, left) + 1, TimeUnit.MILLISECONDS);
  }

  private void take(@Nullable UpdateEngine running, @Nullable News news) {
    if (running == null) {
      return;
    }
    if (missed.getAndSet(false)) {
      running.missed();
    }
    var now = clock.instant();
    switch (news) {
      case null -> {}
      case News.Ring() -> {}
      case News.Came(Updates updates) -> running.received(updates, now);
      case News.Moved(Common place) -> running.moved(place, now);
      case News.Moved(InChannel place) -> running.moved(place, now);
      case News.Moved _ -> {}
      case News.Seen(var channels) -> channels.forEach(channel -> running.seen(channel, now));
    }
  }

  /// The engine of whoever is logged in now; null while nobody is.
  private @Nullable UpdateEngine engine() throws InterruptedException {
    var now = keeper.login().userId();
    if (now == null || !now.equals(userId)) {
      userId = null;
      engine = null;
    }
    if (now != null && engine == null) {
      engine = new UpdateEngine(mark(), clock.instant());
      userId = now;
    }
    return engine;
  }

  private @Nullable UpdateMark mark() throws InterruptedException {
    while (true) {
      try {
        return keeper.ask(ClientListener::updateMark);
      } catch (RuntimeException unreadable) {
        Thread.sleep(PAUSE);
      }
    }
  }

  /// An owner who throws has not kept the batch, and gets it again.
  private void handOver(UpdateEngine running) throws InterruptedException {
    var batch = running.take();
    while (batch != null && !closed) {
      try {
        var given = batch;
        keeper.ask(listener -> {
          listener.updated(given);
          return given;
        });
        return;
      } catch (RuntimeException notKept) {
        Thread.sleep(PAUSE);
      }
    }
  }

  /// True when a question was asked.
  private boolean ask(UpdateEngine running) {
    var question = running.next(clock.instant());
    if (question == null || !Objects.equals(userId, keeper.login().userId())) {
      return false;
    }
    try {
      var answer = calls.ask(question.method());
      answer(running, question, answer, clock.instant());
    } catch (RpcException refused) {
      refused(running, question, refused.error());
    } catch (RuntimeException unanswered) {
      running.failed(question, null, clock.instant());
    }
    return true;
  }

  private static void answer(
      UpdateEngine running, DifferenceCall question, Object answer, Instant now) {
    switch (question) {
      case AskState _ -> running.begin((State) answer, now);
      case AskDifference _ -> running.answered((Difference) answer, now);
      case AskChannelDifference asked -> running.answered(asked, (ChannelDifference) answer, now);
    }
  }

  private void refused(UpdateEngine running, DifferenceCall question, RpcError error) {
    switch (error) {
      case RpcError.FloodWait wait -> running.failed(question, wait.delay(), clock.instant());
      case RpcError.Refused _ -> running.refused(question, clock.instant());
      case RpcError.SlowMode _,
          RpcError.Migrate _,
          RpcError.PasswordNeeded _,
          RpcError.LoggedOut _,
          RpcError.KeyDuplicated _,
          RpcError.ServerFault _ ->
          running.failed(question, null, clock.instant());
    }
  }

  /// Nothing is asked or handed over any more when this and the keeper's end have returned.
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
