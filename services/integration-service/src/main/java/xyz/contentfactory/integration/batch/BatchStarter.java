package xyz.contentfactory.integration.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.login.AskFailed;
import xyz.contentfactory.integration.login.BatchLogins;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.identity.Standing;

/// Begins the logins of rows at the pace that the settings allow, one node at a time, and ends
/// those that nobody wants any more. Each asks Telegram on a virtual thread of its own, so that a
/// slow one holds up nobody; what a killed process leaves is taken up by the next round.
final class BatchStarter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BatchStarter.class);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofSeconds(5);
  private static final Duration SHORTEST_REST = Duration.ofMillis(20);

  private final Starts starts;
  private final BatchLogins logins;
  private final BatchDesk desk;
  private final BatchNews news;
  private final Claims claims;
  private final Standing standing;
  private final InstantSource clock;
  private final Duration longestRest;
  private final ConcurrentHashMap<UUID, Thread> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  BatchStarter(Parts parts, Claims claims, InstantSource clock, Duration longestRest) {
    this.starts = parts.starts();
    this.logins = parts.logins();
    this.desk = parts.desk();
    this.news = parts.news();
    this.standing = parts.standing();
    this.claims = claims;
    this.clock = clock;
    this.longestRest = longestRest;
  }

  /// What it works with.
  record Parts(
      Starts starts, BatchLogins logins, BatchDesk desk, BatchNews news, Standing standing) {}

  /// Ends, resumes and begins what it is time for.
  ///
  /// @return how long to rest
  Duration round() {
    if (closed || !logins.isReady() || !starts.isWork()) {
      return longestRest;
    }
    Optional<Claim> claim = claims.take("batch-starts", () -> {});
    if (claim.isEmpty()) {
      return longestRest;
    }
    try (Claim held = claim.get()) {
      held.write(() -> starts.tidy());
      starts.unwanted().forEach(login -> run(login, "end", logins::end));
      starts.abandoned().forEach(login -> run(login, "start", this::ask));
      stopWhoMayNot();
      beginAll(held);
    }
    return rest();
  }

  /// Until the pace allows the next one; longer when it does already, but nobody has room.
  private Duration rest() {
    Duration left = Duration.between(clock.instant(), starts.nextMoment());
    if (!left.isPositive() || left.compareTo(longestRest) > 0) {
      return longestRest;
    }
    return left.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : left;
  }

  private void stopWhoMayNot() {
    starts.waitingMembers().stream()
        .filter(member -> !standing.mayChange(member))
        .forEach(desk::stopAllOf);
  }

  private void beginAll(Claim claim) {
    boolean more = true;
    while (more && !starts.nextMoment().isAfter(clock.instant())) {
      more = begin(claim);
    }
  }

  /// False when no row may be begun now.
  private boolean begin(Claim claim) {
    Optional<Step> step = claim.write(() -> starts.next().map(this::prepared));
    step.ifPresent(Step::act);
    return step.isPresent();
  }

  /// What follows once it is written down.
  private interface Step {
    void act();
  }

  private Step prepared(Starts.Next next) {
    String hash = logins.hash(next.phone());
    if (logins.isStarting(next.memberId(), hash)) {
      starts.postpone(next.rowId(), clock.instant().plus(LATER));
      return () -> {};
    }
    if (logins.isConnected(next.memberId(), hash)) {
      TelegramProblem code = TelegramProblem.ACCOUNT_ALREADY_CONNECTED;
      starts.refuse(next.rowId(), code.code(), code.title());
      return () -> news.tell(List.of(next.rowId()));
    }
    BatchLogins.Prepared login =
        logins.prepare(next.batchId(), next.memberId(), next.phone(), next.chosen());
    starts.begun(next, login);
    return () -> {
      news.tell(List.of(next.rowId()));
      if (login.isNew()) {
        run(login.id(), "start", this::ask);
      }
    };
  }

  /// A login has one thread at a time.
  private void run(UUID login, String what, Consumer<UUID> act) {
    Thread thread =
        Thread.ofVirtual()
            .name(what + " of login " + login)
            .unstarted(() -> {
              try {
                act.accept(login);
              } catch (RuntimeException e) {
                LOG.warn("the {} of login {} failed and is tried again", what, login, e);
              } finally {
                running.remove(login);
              }
            });
    if (!closed && running.putIfAbsent(login, thread) == null) {
      thread.start();
    }
  }

  private void ask(UUID login) {
    List<UUID> changed = new ArrayList<>(starts.rowsOf(login));
    logins.ask(
        login,
        why -> {
          starts.failed(login, why);
          if (why.remedy() == AskFailed.Remedy.STOP_ALL) {
            changed.addAll(starts.refuseAll(why));
          }
        });
    starts.answered(login);
    news.tell(changed);
  }

  @Override
  public void close() {
    closed = true;
    Instant end = clock.instant().plus(STOP_PATIENCE);
    try {
      for (Thread thread : List.copyOf(running.values())) {
        Duration left = Duration.between(clock.instant(), end);
        thread.join(left.isPositive() ? left : SHORTEST_REST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
