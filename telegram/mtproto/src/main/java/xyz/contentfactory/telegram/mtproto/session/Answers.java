package xyz.contentfactory.telegram.mtproto.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requests a server session has seen lately, with their answers: a message id that comes again
/// is answered again and never run again. Bounded in number and in bytes; the oldest go first.
final class Answers {
  private static final int MAX_REQUESTS = 2000;
  private static final long MAX_BYTES = 8L << 20;

  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private long bytes;
  private long forgottenUpTo = Long.MIN_VALUE;

  /// What is known of a request.
  static final class Entry {
    private byte @Nullable [] answer;
    private boolean dropped;

    /// The answer's message body, null while the request runs or after it is no longer needed.
    byte @Nullable [] answer() {
      return answer;
    }

    boolean isDropped() {
      return dropped;
    }
  }

  /// Remembers a request; false if it has been seen before.
  boolean begin(long msgId) {
    if (entries.containsKey(msgId)) {
      return false;
    }
    entries.put(msgId, new Entry());
    trim();
    return true;
  }

  @Nullable Entry get(long msgId) {
    return entries.get(msgId);
  }

  /// Whether the request may have been seen, but nobody remembers.
  boolean isForgotten(long msgId) {
    return msgId <= forgottenUpTo && !entries.containsKey(msgId);
  }

  void answered(long msgId, byte[] answer) {
    var entry = entries.get(msgId);
    if (entry != null && entry.answer == null) {
      entry.answer = answer;
      bytes += answer.length;
      trim();
    }
  }

  /// The client does not want the answer any more.
  void drop(long msgId) {
    var entry = entries.get(msgId);
    if (entry != null) {
      entry.dropped = true;
      forgetAnswer(entry);
    }
  }

  private void trim() {
    var oldest = entries.entrySet().iterator();
    while (entries.size() > MAX_REQUESTS || (bytes > MAX_BYTES && entries.size() > 1)) {
      var entry = oldest.next();
      forgottenUpTo = Math.max(forgottenUpTo, entry.getKey());
      forgetAnswer(entry.getValue());
      oldest.remove();
    }
  }

  private void forgetAnswer(Entry entry) {
    var answer = entry.answer;
    bytes -= answer == null ? 0 : answer.length;
    entry.answer = null;
  }
}
