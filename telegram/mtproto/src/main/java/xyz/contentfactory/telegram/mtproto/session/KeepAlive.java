package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When to ask whether the other side is still there, and when to give it up.
final class KeepAlive {
  /// Without calls: about what routers keep an idle mapping for.
  private static final Duration IDLE = Duration.ofSeconds(60);

  /// While a call waits to be confirmed: a person may be waiting.
  private static final Duration WAITING = Duration.ofSeconds(10);

  /// From the question to giving up.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// The server closes the connection if it hears nothing for so long.
  static final Duration DISCONNECT_AFTER = IDLE.plusSeconds(15);

  private Instant lastHeard = Instant.EPOCH;
  private @Nullable Instant asked;
  private boolean greet;

  /// A new connection: show the server where the session is now.
  void connected(Instant now) {
    lastHeard = now;
    asked = null;
    greet = true;
  }

  void heard(Instant now) {
    lastHeard = now;
    asked = null;
  }

  /// The greeting may have been refused.
  void sayAgain() {
    asked = null;
    greet = true;
  }

  /// Something else goes out that the server has to answer.
  void spokeOtherwise() {
    greet = false;
  }

  boolean isPingDue(Instant now, @Nullable Instant oldestUnconfirmed) {
    return asked == null && (greet || !now.isBefore(pingAt(oldestUnconfirmed)));
  }

  void asked(Instant now) {
    asked = now;
    greet = false;
  }

  boolean isDead(Instant now) {
    return asked != null && !now.isBefore(asked.plus(PATIENCE));
  }

  Instant nextWakeUp(@Nullable Instant oldestUnconfirmed) {
    return asked != null ? asked.plus(PATIENCE) : pingAt(oldestUnconfirmed);
  }

  private Instant pingAt(@Nullable Instant oldestUnconfirmed) {
    if (oldestUnconfirmed == null) {
      return lastHeard.plus(IDLE);
    }
    var since = oldestUnconfirmed.isAfter(lastHeard) ? oldestUnconfirmed : lastHeard;
    return since.plus(WAITING);
  }
}
