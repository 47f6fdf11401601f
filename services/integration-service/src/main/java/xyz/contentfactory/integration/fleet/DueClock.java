package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import xyz.contentfactory.integration.delivery.Outbox;

/// Wakes the owners of due deliveries: one question for all accounts, and a rest until the next one
/// is due. (A new delivery wakes its owner directly; this is for what was planned before a restart,
/// or by another process.)
public final class DueClock {
  private final Outbox outbox;
  private final Fleet fleet;
  private final InstantSource clock;
  private final Duration longest;

  public DueClock(Outbox outbox, Fleet fleet, InstantSource clock, Duration longest) {
    this.outbox = outbox;
    this.fleet = fleet;
    this.clock = clock;
    this.longest = longest;
  }

  /// Wakes who is due.
  ///
  /// @return how long to rest
  public Duration round() {
    fleet.wakeDue();
    Optional<Instant> next = outbox.nextDue();
    Duration rest =
        next.map(due -> Duration.between(clock.instant(), due).plusMillis(1)).orElse(longest);
    return rest.compareTo(longest) < 0 ? max(rest, Duration.ZERO) : longest;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
