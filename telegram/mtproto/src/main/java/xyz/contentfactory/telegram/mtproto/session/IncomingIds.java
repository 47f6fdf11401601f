package xyz.contentfactory.telegram.mtproto.session;

import java.util.TreeSet;

/// The message ids received lately, so that nothing is taken twice. Bounded: what is older than all
/// that are remembered counts as taken.
final class IncomingIds {
  private static final int REMEMBERED = 1000;

  private final TreeSet<Long> ids = new TreeSet<>();
  private long forgottenUpTo = Long.MIN_VALUE;

  boolean isNew(long msgId) {
    return msgId > forgottenUpTo && !ids.contains(msgId);
  }

  /// Whether the id is new; remembers it.
  boolean add(long msgId) {
    if (!isNew(msgId)) {
      return false;
    }
    ids.add(msgId);
    if (ids.size() > REMEMBERED) {
      forgottenUpTo = ids.removeFirst();
    }
    return true;
  }

  /// A new session: its ids are its own.
  void clear() {
    ids.clear();
    forgottenUpTo = Long.MIN_VALUE;
  }

  boolean contains(long msgId) {
    return ids.contains(msgId);
  }

  /// The byte of `msgs_state_info` for the id: 1 unknown, 2 not received, 3 too high, 4 received.
  byte state(long msgId) {
    if (ids.contains(msgId)) {
      return 4;
    }
    if (msgId <= forgottenUpTo || ids.isEmpty()) {
      return 1;
    }
    return (byte) (msgId > ids.getLast() ? 3 : 2);
  }
}
