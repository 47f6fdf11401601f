package xyz.contentfactory.telegram.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message that stands in a peer.
///
/// @param number its number inside the peer; null when Telegram took the message but did not say as
///   what, and it is not to be seen in the history (edited or deleted meanwhile, for example)
/// @param date when Telegram says that it was sent
/// @param repeated it is known that an earlier attempt with the same random id had sent it;
///   Telegram does not always say
public record SentMessage(PeerRef peer, @Nullable Integer number, Instant date, boolean repeated) {
  public SentMessage {
    if (number != null && number <= 0) {
      throw new IllegalArgumentException("a message number is positive");
    }
  }

  /// The public link with the channel's username, or the one only its members can open; null for
  /// peers whose messages have no link, and when the number is not known.
  public @Nullable String link(@Nullable String username) {
    if (number == null || !(peer instanceof PeerRef.Channel channel)) {
      return null;
    }
    return username == null
        ? "https://t.me/c/" + channel.id() + "/" + number
        : "https://t.me/" + username + "/" + number;
  }
}
