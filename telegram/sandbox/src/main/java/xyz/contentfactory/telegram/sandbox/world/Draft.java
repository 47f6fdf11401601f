package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// What somebody wants to post in a channel.
///
/// @param randomId what the sender's client calls it; null when no client sends it
/// @param protect readers can neither forward nor save it
/// @param replyTo the number of the message it answers, or null
/// @param topic where in a forum; null leaves that to the message it answers, or is the general one
/// @param sentAs the channel it is to be shown from; null means its sender
public record Draft(
    FormattedText text,
    @Nullable Long randomId,
    boolean silent,
    boolean protect,
    @Nullable Integer replyTo,
    @Nullable Integer topic,
    @Nullable Long sentAs) {

  public Draft(
      FormattedText text,
      @Nullable Long randomId,
      boolean silent,
      boolean protect,
      @Nullable Integer replyTo) {
    this(text, randomId, silent, protect, replyTo, null, null);
  }

  /// The same in its place.
  Draft placed(@Nullable Integer inTopic, @Nullable Integer answering) {
    return new Draft(text, randomId, silent, protect, answering, inTopic, sentAs);
  }

  Draft shownAs(@Nullable Long channelId) {
    return new Draft(text, randomId, silent, protect, replyTo, topic, channelId);
  }

  static Draft plain(FormattedText text) {
    return new Draft(text, null, false, false, null);
  }
}
