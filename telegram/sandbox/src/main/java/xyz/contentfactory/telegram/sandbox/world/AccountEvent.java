package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// Something that happened to a person or a bot besides messages, as clients are told of it.
///
/// @param counter `seq` after it when it is about a channel, `qts` when it is about the bot's place
///   in one
/// @param before and `after`: the bot's place; null when it was, or is, not in the channel
public record AccountEvent(
    long personId,
    Kind kind,
    int counter,
    int dateSeconds,
    long channelId,
    @Nullable Member before,
    @Nullable Member after) {

  public enum Kind {
    /// The channel is another one to this person: title, name, rights, or whether they are in it.
    CHANNEL,
    /// A bot came into a channel, left it, or has other rights there.
    PLACE
  }
}
