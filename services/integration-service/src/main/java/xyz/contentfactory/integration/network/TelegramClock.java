package xyz.contentfactory.integration.network;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far this machine's clock is from Telegram's. Calls do not suffer, for the protocol corrects
/// itself; but posts go out by this machine's clock, so a wrong one must be seen. Safe for threads.
public final class TelegramClock {
  /// A key exchange over a slow line may be wrong by seconds.
  private static final Duration TOLERANCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(TelegramClock.class);

  private volatile @Nullable Duration offset;

  /// Telegram's time minus ours, as the last connection had it; empty before there was one.
  public Optional<Duration> offset() {
    return Optional.ofNullable(offset);
  }

  /// Whether nothing is known against this machine's clock.
  public boolean isRight() {
    return offset().map(TelegramClock::isSmall).orElse(true);
  }

  void heard(Duration now) {
    boolean wasRight = isRight();
    offset = now;
    if (wasRight && !isRight()) {
      LOG.warn(
          "this machine's clock is {} s off Telegram's, and posts go out by it: set the clock",
          now.toSeconds());
    }
  }

  private static boolean isSmall(Duration offset) {
    return offset.abs().compareTo(TOLERANCE) <= 0;
  }
}
