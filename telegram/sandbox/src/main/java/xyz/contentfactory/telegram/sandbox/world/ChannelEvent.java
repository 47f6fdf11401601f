package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;

/// What happened to posts that stood already, for clients that were away.
///
/// @param pts the channel's counter after it
/// @param ptsCount by how much it moved the counter
public record ChannelEvent(
    long channelId, int pts, int ptsCount, Kind kind, List<Integer> numbers) {
  public enum Kind {
    EDITED,
    DELETED,
    PINNED,
    UNPINNED
  }

  public ChannelEvent {
    numbers = List.copyOf(numbers);
  }
}
