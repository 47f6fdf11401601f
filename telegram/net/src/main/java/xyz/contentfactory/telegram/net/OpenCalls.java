package xyz.contentfactory.telegram.net;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.CallId;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.session.ClientSession;

/// Calls without an answer: those that wait for a key, and those that the session has taken.
final class OpenCalls {
  private final ArrayDeque<PendingCall> withoutSession = new ArrayDeque<>();
  private final Map<CallId, PendingCall> taken = new HashMap<>();

  void submit(PendingCall call, @Nullable ClientSession session) {
    if (session == null) {
      withoutSession.add(call);
    } else {
      give(call, session);
    }
  }

  void handOver(ClientSession session) {
    for (var call = withoutSession.poll(); call != null; call = withoutSession.poll()) {
      give(call, session);
    }
  }

  private void give(PendingCall call, ClientSession session) {
    try {
      var id = session.call(call.body);
      call.id = id;
      taken.put(id, call);
    } catch (IllegalArgumentException unsendable) {
      call.answer.completeExceptionally(unsendable);
    }
  }

  void answer(CallId id, Reply reply) {
    var call = taken.remove(id);
    if (call != null) {
      call.answer.complete(reply);
    }
  }

  void abandon(PendingCall call, @Nullable ClientSession session, @Nullable Throwable lastFailure) {
    var state = CallState.NOT_SENT;
    var id = call.id;
    if (id == null || session == null) {
      withoutSession.remove(call);
    } else if (taken.remove(id) != null) {
      state = session.stateOf(id);
      session.cancel(id);
    }
    var lost =
        lastFailure == null ? new ConnectionLost(state) : new ConnectionLost(state, lastFailure);
    call.answer.completeExceptionally(lost);
  }

  void failAll(MtprotoException reason) {
    withoutSession.forEach(call -> call.answer.completeExceptionally(reason));
    withoutSession.clear();
    taken.values().forEach(call -> call.answer.completeExceptionally(reason));
    taken.clear();
  }
}
