package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When to ask whether the other side is still there, and when to give it up.
final class KeepAlive {
  /// Without calls: about what routers keep an idle mapping for. A server that has once got such a
  /// question hangs up unless the next one follows in time, whatever else is said.
  private static final Duration IDLE = Duration.ofSeconds(60);

  /// While a call waits to be confirmed: a person may be waiting.
  private static final Duration WAITING = Duration.ofSeconds(10);

  /// From the question to giving up.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// The server closes the connection if it hears nothing for so long.
  static final Duration DISCONNECT_AFTER = IDLE.plusSeconds(15);

  private Instant lastHeard = Instant.EPOCH;
  private @Nullable Instant asked;
  private @Nullable Instant lastAsked;
  private boolean greet;

  /// A new connection: show the server where the session is now.
  void connected(Instant now) {
    lastHeard = now;
    asked = null;
    lastAsked = null;
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
    lastAsked = now;
    greet = false;
  }

  boolean isDead(Instant now) {
    return asked != null && !now.isBefore(asked.plus(PATIENCE));
  }

  Instant nextWakeUp(@Nullable Instant oldestUnconfirmed) {
    return asked != null ? asked.plus(PATIENCE) : pingAt(oldestUnconfirmed);
  }

  private Instant pingAt(@Nullable Instant oldestUnconfirmed) {
    var last = lastAsked;
    var idle = (last == null || lastHeard.isBefore(last) ? lastHeard : last).plus(IDLE);
    if (oldestUnconfirmed == null) {
      return idle;
    }
    var since = oldestUnconfirmed.isAfter(lastHeard) ? oldestUnconfirmed : lastHeard;
    var waiting = since.plus(WAITING);
    return waiting.isBefore(idle) ? waiting : idle;
  }
}
