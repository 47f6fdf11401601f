package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that stands in a channel or group.
///
/// @param pts the channel's counter after this message came
/// @param randomId what the sender's client called it; null for what was there from the beginning
/// @param protect readers can neither forward nor save it; null means no
/// @param replyTo the number of the message it answers
/// @param editedSeconds when it was edited last; null when never
/// @param topic the topic of a forum that it stands in, its own number when it begins one; null
///   means the general one, or no forum
/// @param sentAs the channel it is shown to be from; null means its sender
public record Post(
    long channelId,
    int number,
    int pts,
    long senderId,
    int dateSeconds,
    String text,
    List<TextEntity> entities,
    @Nullable Long randomId,
    boolean silent,
    int views,
    @Nullable Boolean protect,
    @Nullable Integer replyTo,
    @Nullable Integer editedSeconds,
    @Nullable Integer topic,
    @Nullable Long sentAs) {

  public Post {
    entities = List.copyOf(entities);
  }

  public boolean isProtected() {
    return Boolean.TRUE.equals(protect);
  }

  Post edited(FormattedText fresh, int now) {
    return new Post(
        channelId,
        number,
        pts,
        senderId,
        dateSeconds,
        fresh.text(),
        fresh.entities(),
        randomId,
        silent,
        views,
        protect,
        replyTo,
        now,
        topic,
        sentAs);
  }

  /// The service message that a topic begins with, whose text is the topic's title.
  public boolean beginsTopic() {
    return topic != null && topic == number;
  }

  Post beginningTopic() {
    return new Post(
        channelId,
        number,
        pts,
        senderId,
        dateSeconds,
        text,
        entities,
        randomId,
        silent,
        views,
        protect,
        replyTo,
        editedSeconds,
        number,
        sentAs);
  }
}
