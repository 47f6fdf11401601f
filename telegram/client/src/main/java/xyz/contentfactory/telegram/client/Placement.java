package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;

/// Where in its peer a message stands, and as whom it is sent.
///
/// @param replyTo the number of a message of the same peer, or null
/// @param topic of a forum, by its number; null for the general one, and where there are none
/// @param sendAs one of those that [TelegramClient#sendAsPeers] offers; null for what Telegram does
///   unasked
public record Placement(
    @Nullable Integer replyTo, @Nullable Integer topic, @Nullable PeerRef sendAs) {
  public static final Placement USUAL = new Placement(null, null, null);

  public Placement {
    if (topic != null && topic <= 0) {
      throw new IllegalArgumentException("a topic's number is positive");
    }
  }

  public static Placement inReplyTo(@Nullable Integer number) {
    return new Placement(number, null, null);
  }

  /// The general topic is where a message stands that names none.
  boolean isGeneral() {
    return topic == null || topic == Topic.GENERAL;
  }
}
