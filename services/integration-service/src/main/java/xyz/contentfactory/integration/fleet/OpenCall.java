package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// One call to Telegram on a thread of its own, so that the actor never waits for one. The outcome
/// comes back as a message.
record OpenCall<R>(
    Supplier<R> ask,
    BiConsumer<R, Duration> answered,
    BiConsumer<RuntimeException, Duration> failed) {

  void start(String name, Lane lane, Mailbox mailbox) {
    Thread.ofVirtual().name(name).start(() -> mailbox.outcome(lane, outcome()));
  }

  private Runnable outcome() {
    long begun = System.nanoTime();
    try {
      R answer = ask.get();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return () -> answered.accept(answer, took);
    } catch (RuntimeException e) {
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return () -> failed.accept(e, took);
    } catch (Error e) {
      // without an outcome the actor would wait for ever
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      return () -> failed.accept(new IllegalStateException("the call broke", e), took);
    }
  }
}
