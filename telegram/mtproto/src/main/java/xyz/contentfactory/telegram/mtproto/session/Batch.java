package xyz.contentfactory.telegram.mtproto.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import xyz.contentfactory.telegram.tl.TlWriter;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;

/// The messages of one packet: one alone, or several in a container.
final class Batch {
  /// The protocol's limit is about 1,020.
  private static final int MAX_MESSAGES = 1000;

  /// The protocol's limit is 2^20 for the whole container.
  static final int MAX_BYTES = (1 << 20) - 1024;

  private final List<OutMessage> messages = new ArrayList<>();
  private int bytes;

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /// One message always fits; more only within the limits.
  boolean hasRoomFor(int bodyBytes) {
    return messages.isEmpty()
        || (messages.size() < MAX_MESSAGES && bytes + OutMessage.HEADER + bodyBytes <= MAX_BYTES);
  }

  void add(OutMessage message) {
    messages.add(message);
    bytes += message.size();
  }

  /// The message to put into the envelope. A container takes its id last: it must be above those
  /// inside.
  OutMessage packed(LongSupplier containerId, SeqNos seqNos) {
    if (messages.size() == 1) {
      return messages.getFirst();
    }
    var out = new TlWriter(bytes + 8);
    out.writeInt(MsgContainer.ID);
    out.writeInt(messages.size());
    for (var message : messages) {
      out.writeLong(message.msgId());
      out.writeInt(message.seqNo());
      out.writeInt(message.body().length);
      out.writeRaw(message.body());
    }
    return new OutMessage(containerId.getAsLong(), seqNos.next(false), out.toByteArray());
  }
}
