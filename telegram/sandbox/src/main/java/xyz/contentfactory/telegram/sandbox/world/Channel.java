package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// A channel or a supergroup.
///
/// @param audience how many members there are besides the people of the sandbox
public record Channel(
    long id,
    String title,
    String about,
    @Nullable String username,
    boolean broadcast,
    boolean signatures,
    int createdSeconds,
    int audience) {

  Channel named(String newTitle, @Nullable String newUsername) {
    return new Channel(
        id, newTitle, about, newUsername, broadcast, signatures, createdSeconds, audience);
  }

  /// The counters that move with every post; kept apart because they change all the time.
  record Counters(int lastNumber, int pts, int people) {
    static final Counters FRESH = new Counters(0, 1, 0);
  }
}
