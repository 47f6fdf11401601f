package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.type.InputPeer;
import xyz.contentfactory.telegram.tl.type.InputReplyTo;
import xyz.contentfactory.telegram.tl.type.InputReplyToMessage;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainMessageReplyHeader;

/// Writes places as Telegram's, and reads where a message stands.
final class Placements {
  private Placements() {}

  /// Null for a message that answers nothing and stands in no topic. In a topic, what answers
  /// nothing else answers the topic's first message.
  static @Nullable InputReplyTo replyTo(Placement place) {
    var replyTo = place.replyTo();
    var topic = place.isGeneral() ? null : place.topic();
    if (replyTo == null && topic == null) {
      return null;
    }
    var first = topic == null ? 0 : topic;
    return InputReplyToMessage.builder()
        .replyToMsgId(replyTo == null ? first : replyTo)
        .topMsgId(topic)
        .build();
  }

  static @Nullable InputPeer sendAs(Placement place) {
    return place.sendAs() == null ? null : Peers.input(place.sendAs());
  }

  /// Whether the message may be the one that was sent there: its topic is the same.
  static boolean isThere(PlainMessage message, Placement place) {
    var wanted = place.isGeneral() ? null : place.topic();
    return wanted == null || wanted.equals(topic(message));
  }

  /// Null for the general topic, and where there are none.
  private static @Nullable Integer topic(PlainMessage message) {
    if (message.replyTo() instanceof PlainMessageReplyHeader header && header.forumTopic()) {
      var top = header.replyToTopId();
      return top == null ? header.replyToMsgId() : top;
    }
    return null;
  }
}
