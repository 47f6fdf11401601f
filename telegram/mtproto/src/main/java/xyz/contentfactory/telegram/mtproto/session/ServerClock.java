package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import xyz.contentfactory.telegram.mtproto.MsgId;

/// The client's idea of the server's time, and which packets belong to it.
final class ServerClock {
  /// How far a packet's id may lie from the server's time. See
  /// <https://core.telegram.org/mtproto/security_guidelines#checking-msg-id>.
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private static final Duration NEWEST = Duration.ofSeconds(30);

  private Duration offset;
  private boolean proven;

  ServerClock(Duration offset) {
    this.offset = offset;
  }

  Duration offset() {
    return offset;
  }

  Instant at(Instant now) {
    return now.plus(offset);
  }

  /// Takes the second in which the server wrote that message for its time.
  void set(long msgId, Instant now) {
    offset = Duration.between(now, MsgId.moment(msgId));
    proven = true;
  }

  /// Whether a packet was written about now; one that was not may be a replay.
  boolean isTimely(long msgId, Instant now) {
    var written = MsgId.moment(msgId);
    boolean timely =
        !written.isBefore(at(now).minus(OLDEST)) && !written.isAfter(at(now).plus(NEWEST));
    proven |= timely;
    return timely;
  }

  /// Whether the server's time has been seen in this session. Before, a packet may set the clock:
  /// nothing can be replayed into a session whose id has just been drawn.
  boolean isProven() {
    return proven;
  }

  void doubt() {
    proven = false;
  }
}
