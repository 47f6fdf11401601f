package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that stands in a channel or group.
///
/// @param pts the channel's counter after this message came
/// @param randomId what the sender's client called it; null for what was there from the beginning
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
    int views) {

  public Post {
    entities = List.copyOf(entities);
  }
}
