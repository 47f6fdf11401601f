package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.CallId;
import xyz.contentfactory.telegram.mtproto.CallState;

/// All calls of a client session that have no answer yet, in the order they were made.
final class PendingCalls {
  private static final int MAX = 10_000;

  private final Map<CallId, PendingCall> all = new LinkedHashMap<>();
  private final Map<Long, PendingCall> byMsgId = new HashMap<>();
  private long lastId;

  CallId add(byte[] body) {
    if (all.size() == MAX) {
      throw new IllegalStateException(MAX + " calls wait for an answer already");
    }
    var id = new CallId(++lastId);
    all.put(id, new PendingCall(id, body));
    return id;
  }

  @Nullable PendingCall get(CallId id) {
    return all.get(id);
  }

  @Nullable PendingCall byMsgId(long msgId) {
    return byMsgId.get(msgId);
  }

  List<PendingCall> where(Predicate<PendingCall> condition) {
    return all.values().stream().filter(condition).toList();
  }

  boolean anyDue() {
    return all.values().stream().anyMatch(PendingCall::isDue);
  }

  void name(PendingCall call, long msgId, int seqNo) {
    call.named(msgId, seqNo);
    byMsgId.put(msgId, call);
  }

  void renew(PendingCall call, CallState state) {
    byMsgId.remove(call.msgId());
    call.renew(state);
  }

  void refused(PendingCall call, CallState state) {
    byMsgId.remove(call.msgId());
    call.refused(state);
  }

  void remove(PendingCall call) {
    all.remove(call.id());
    byMsgId.remove(call.msgId());
  }

  /// When the oldest call went out of those that the server has not confirmed.
  @Nullable Instant oldestUnconfirmed() {
    Instant oldest = null;
    for (var call : all.values()) {
      if (call.isUnconfirmed() && (oldest == null || call.sentAt().isBefore(oldest))) {
        oldest = call.sentAt();
      }
    }
    return oldest;
  }
}
