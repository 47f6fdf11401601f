package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Acknowledgements to send: they travel with the next packet, or alone when many wait or the first
/// has waited long.
final class AckQueue {
  private static final int MANY = 16;
  private static final Duration LONG = Duration.ofSeconds(15);

  /// What one `msgs_ack` takes.
  private static final int MAX = 8192;

  private final List<Long> waiting = new ArrayList<>();
  private Instant dueAt = Instant.MAX;

  void add(long msgId, Instant now) {
    if (waiting.size() < MAX) {
      waiting.add(msgId);
    }
    if (waiting.size() == 1) {
      dueAt = now.plus(LONG);
    }
    if (waiting.size() == MANY) {
      dueAt = now;
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  Instant dueAt() {
    return dueAt;
  }

  List<Long> drain() {
    var all = List.copyOf(waiting);
    clear();
    return all;
  }

  void clear() {
    waiting.clear();
    dueAt = Instant.MAX;
  }
}
