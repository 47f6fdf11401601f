package xyz.contentfactory.integration.event;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open stream: a bounded queue and the virtual thread that writes it out. A browser that reads
/// too slowly is cut off; it connects again and asks for the current state.
final class Subscription {
  private static final int QUEUE = 64;

  private final SseEmitter emitter;
  private final UUID session;
  private final BlockingQueue<SseEmitter.SseEventBuilder> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread writer;

  /// @param session the web session or the key that opened it; the stream ends with it
  Subscription(SseEmitter emitter, UUID session, Duration heartbeat, Runnable ended) {
    this.emitter = emitter;
    this.session = session;
    this.writer =
        Thread.ofVirtual()
            .name("event stream")
            .unstarted(() -> {
              try {
                write(heartbeat);
              } finally {
                ended.run();
              }
            });
  }

  UUID session() {
    return session;
  }

  void start() {
    writer.start();
  }

  void offer(Topic topic, Object data) {
    boolean taken = queue.offer(SseEmitter.event().name(topic.eventName()).data(data));
    if (!taken) {
      end();
    }
  }

  void end() {
    writer.interrupt();
  }

  private void write(Duration heartbeat) {
    try {
      emitter.send(SseEmitter.event().comment("hello"));
      while (!Thread.currentThread().isInterrupted()) {
        SseEmitter.@Nullable SseEventBuilder event =
            queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        emitter.send(event == null ? SseEmitter.event().comment("still here") : event);
      }
      emitter.complete();
    } catch (InterruptedException e) {
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      // the browser is gone
      emitter.completeWithError(e);
    }
  }
}
