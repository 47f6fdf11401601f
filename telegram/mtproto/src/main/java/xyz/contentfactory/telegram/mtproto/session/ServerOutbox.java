package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.MsgsAck;

/// What a server session has to send, and what it has sent that the client has not confirmed.
final class ServerOutbox {
  /// Beyond so many unconfirmed messages the oldest are forgotten: the client will miss updates and
  /// fetch the difference.
  private static final int MAX_UNCONFIRMED = 500;

  private static final int MAX_WAITING = 5000;

  private final RisingIds ids = new RisingIds();
  private final SeqNos seqNos = new SeqNos();
  private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
  private final Map<Long, OutMessage> unconfirmed = new LinkedHashMap<>();
  private final List<Long> acks = new ArrayList<>();

  /// A message that has no id yet.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Outgoing(byte[] body, int lowBits, boolean content, @Nullable OutMessage again) {
    boolean repeats(long msgId) {
      return again != null && again.msgId() == msgId;
    }
  }

  /// Something that wants no confirmation.
  void say(TlObject message) {
    put(new Outgoing(message.toBytes(), RisingIds.ANSWER, false, null));
  }

  void answer(byte[] body) {
    put(new Outgoing(body, RisingIds.ANSWER, true, null));
  }

  void push(byte[] body) {
    put(new Outgoing(body, RisingIds.PUSH, true, null));
  }

  void ack(long msgId) {
    if (acks.size() < 1000) {
      acks.add(msgId);
    }
  }

  /// The answer itself says that the request arrived.
  void ackedByAnswer(long msgId) {
    acks.remove(Long.valueOf(msgId));
  }

  void confirmed(long msgId) {
    unconfirmed.remove(msgId);
  }

  boolean isUnconfirmed(long msgId) {
    return unconfirmed.containsKey(msgId);
  }

  /// Sends again, under the same id, what the client has not confirmed.
  void repeat(long msgId) {
    var message = unconfirmed.get(msgId);
    if (message != null && waiting.stream().noneMatch(out -> out.repeats(msgId))) {
      put(new Outgoing(message.body(), 0, true, message));
    }
  }

  void repeatAll() {
    List.copyOf(unconfirmed.keySet()).forEach(this::repeat);
  }

  @Nullable OutMessage next(Instant now) {
    if (waiting.isEmpty() && acks.isEmpty()) {
      return null;
    }
    var batch = new Batch();
    if (!acks.isEmpty()) {
      batch.add(message(new MsgsAck(acks).toBytes(), RisingIds.ANSWER, false, now));
      acks.clear();
    }
    while (!waiting.isEmpty() && batch.hasRoomFor(waiting.element().body().length)) {
      var out = waiting.remove();
      var again = out.again();
      var message = again != null ? again : message(out.body(), out.lowBits(), out.content(), now);
      if (out.content()) {
        remember(message);
      }
      batch.add(message);
    }
    return batch.packed(() -> ids.next(now, RisingIds.PUSH), seqNos);
  }

  private OutMessage message(byte[] body, int lowBits, boolean content, Instant now) {
    return new OutMessage(ids.next(now, lowBits), seqNos.next(content), body);
  }

  private void remember(OutMessage message) {
    unconfirmed.put(message.msgId(), message);
    if (unconfirmed.size() > MAX_UNCONFIRMED) {
      unconfirmed.remove(unconfirmed.keySet().iterator().next());
    }
  }

  private void put(Outgoing out) {
    if (waiting.size() == MAX_WAITING) {
      waiting.remove();
    }
    waiting.add(out);
  }
}
