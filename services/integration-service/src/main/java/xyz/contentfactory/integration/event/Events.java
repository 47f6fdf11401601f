package xyz.contentfactory.integration.event;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.Revocation;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;

/// Who listens, and telling them. Publishing never waits: every stream has its own queue. Call it
/// after the transaction, with the object as the API shows it.
public final class Events implements SmartLifecycle {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /// A stream ends after this time and is opened again by the browser, with a fresh session.
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /// Tabs of one person, generously.
  private static final int STREAMS_A_MEMBER = 20;

  private final Revoked revoked;
  private volatile boolean running;
  private final ConcurrentHashMap<UUID, Set<Subscription>> streams = new ConcurrentHashMap<>();

  public void publish(UUID member, Topic topic, Object data) {
    streams.getOrDefault(member, Set.of()).forEach(stream -> stream.offer(topic, data));
  }

  public Events(Revoked revoked) {
    this.revoked = revoked;
    revoked.listen(this::cut);
  }

  /// A stream ends with its session; and after a change of its member it is opened anew, by who
  /// may.
  private void cut(Revocation revocation) {
    UUID subject = revocation.subject();
    streams.getOrDefault(subject, Set.of()).forEach(Subscription::end);
    streams.values().stream()
        .flatMap(Set::stream)
        .filter(stream -> stream.session().equals(subject))
        .forEach(Subscription::end);
  }

  SseEmitter subscribe(Caller caller) {
    UUID member = caller.memberId();
    UUID session = caller.sessionOrKey();
    Set<Subscription> own =
        streams.computeIfAbsent(member, ignored -> ConcurrentHashMap.newKeySet());
    if (own.size() >= STREAMS_A_MEMBER) {
      throw Problem.of(CommonProblem.TOO_MANY_REQUESTS, "Too many open event streams.")
          .retryAfter(HEARTBEAT)
          .asException();
    }
    SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
    Subscription[] stream = new Subscription[1];
    stream[0] = new Subscription(emitter, session, HEARTBEAT, () -> own.remove(stream[0]));
    emitter.onTimeout(stream[0]::end);
    emitter.onCompletion(stream[0]::end);
    own.add(stream[0]);
    stream[0].start();
    if (!running || revoked.has(session)) { // in between
      stream[0].end();
    }
    return emitter;
  }

  @Override
  public void start() {
    running = true;
  }

  /// Streams would keep a stopping server waiting for its last requests, so they end first.
  @Override
  public void stop() {
    running = false;
    streams.values().forEach(own -> own.forEach(Subscription::end));
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
