package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import xyz.contentfactory.integration.delivery.DeliveryWake;
import xyz.contentfactory.integration.delivery.Outbox;

/// Wakes the owners of what is due: one question for all accounts, and a rest until the next moment
/// at which something becomes due. What is planned meanwhile, here or by another node, rings.
public final class DueClock implements DeliveryWake {
  /// What was written a moment ago by another node's clock, or committed late, is not missed.
  /// Looked at again as seldom as without a bell, for it tells everybody anew who is late.
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  /// However many posts fall due, its questions leave the database to those who send them.
  private static final Duration BREATH = Duration.ofMillis(20);

  private final Outbox outbox;
  private final Fleet fleet;
  private final InstantSource clock;
  private final Duration longest;
  private final Semaphore bell = new Semaphore(0);

  /// Something due may not have been told of, however long ago.
  private final AtomicBoolean missed = new AtomicBoolean(true);

  /// Up to when everything due has been told of; of the clock's thread.
  private Instant told = Instant.EPOCH;

  private Instant lookBackAt = Instant.EPOCH;

  /// @param longest without a bell it looks again after this time; for notices that got lost
  public DueClock(Outbox outbox, Fleet fleet, InstantSource clock, Duration longest) {
    this.outbox = outbox;
    this.fleet = fleet;
    this.clock = clock;
    this.longest = longest;
  }

  /// The account has something new to do, perhaps earlier than anything else.
  @Override
  public void wake(UUID account) {
    fleet.wake(account);
    bell.release();
  }

  /// Notices may have been missed: everything that is due is told of again.
  void wakeAll() {
    missed.set(true);
    bell.release();
  }

  /// Wakes who is due, and waits until there is something to do again.
  ///
  /// @return no further rest
  public Duration round() {
    bell.drainPermits();
    tell();
    rest();
    return Duration.ZERO;
  }

  private void tell() {
    Instant now = clock.instant();
    boolean all = missed.getAndSet(false);
    try {
      outbox.dueAccounts(all ? Instant.EPOCH : since(now)).forEach(fleet::wake);
    } catch (RuntimeException e) {
      missed.set(true);
      throw e;
    }
    told = now;
  }

  private Instant since(Instant now) {
    if (now.isBefore(lookBackAt)) {
      return told;
    }
    lookBackAt = now.plus(longest);
    return told.minus(OVERLAP);
  }

  private void rest() {
    Optional<Instant> next = outbox.nextDue();
    long millis =
        next.map(due -> Duration.between(clock.instant(), due).toMillis() + 1)
            .orElse(longest.toMillis());
    try {
      Thread.sleep(BREATH);
      bell.tryAcquire(
          Math.clamp(millis - BREATH.toMillis(), 0, longest.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
