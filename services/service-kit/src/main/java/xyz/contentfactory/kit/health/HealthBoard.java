package xyz.contentfactory.kit.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.kit.health.HealthPart.Reading;

/// Knows of every part whether it works and since when: it looks every quarter of a minute, and
/// whenever somebody asks. A part that does not answer in 2 seconds does not work.
final class HealthBoard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthBoard.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<HealthPart> parts;
  private final InstantSource clock;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();
  private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread watch;

  HealthBoard(List<HealthPart> parts, InstantSource clock) {
    this.parts = List.copyOf(parts);
    this.clock = clock;
    this.watch = Thread.ofVirtual().name("health").start(this::watch);
  }

  /// The state that a part last turned to.
  private record Turn(boolean works, Instant at) {}

  /// @param since when the part turned to this state; as far as this process knows
  record Seen(
      String part, boolean works, long latencyMillis, Instant since, Map<String, Object> figures) {}

  private record Look(HealthPart part, Future<Timed> reading) {}

  private record Timed(Reading reading, long latencyMillis) {}

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(LOOK_EVERY);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks at all parts at once; by name.
  List<Seen> look() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<Look> started =
        parts.stream().map(part -> new Look(part, looks.submit(() -> timed(part)))).toList();
    Map<String, Seen> seen = new TreeMap<>();
    for (Look look : started) {
      seen.put(look.part().part(), outcome(look, deadline));
    }
    return new ArrayList<>(seen.values());
  }

  private static Timed timed(HealthPart part) throws Exception {
    long begin = System.nanoTime();
    Reading reading = part.read();
    return new Timed(reading, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
  }

  private Seen outcome(Look look, long deadline) throws InterruptedException {
    long left = Math.max(0, deadline - System.nanoTime());
    try {
      Timed timed = look.reading().get(left, TimeUnit.NANOSECONDS);
      return seen(look.part().part(), timed.reading(), timed.latencyMillis());
    } catch (TimeoutException slow) {
      look.reading().cancel(true);
      return seen(look.part().part(), Reading.of(false), PATIENCE.toMillis());
    } catch (ExecutionException broken) {
      LOG.debug("{} cannot be looked at", look.part().part(), broken.getCause());
      return seen(look.part().part(), Reading.of(false), 0);
    }
  }

  private Seen seen(String part, Reading reading, long latencyMillis) {
    Turn turn =
        turns.compute(
            part,
            (name, before) ->
                before != null && before.works() == reading.works()
                    ? before
                    : new Turn(reading.works(), clock.instant()));
    return new Seen(part, reading.works(), latencyMillis, turn.at(), reading.figures());
  }

  @Override
  public void close() {
    watch.interrupt();
    looks.shutdownNow();
  }
}
