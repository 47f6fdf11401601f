package xyz.contentfactory.telegram.sandbox.world;

import java.util.Optional;

/// What became of every random_id that a person's clients ever sent: the reason why a message that
/// is sent twice stands once. Call only inside [World#change].
final class RandomIds {

  /// @param channelId 0 for a private message
  /// @param withId the other side of a private message, 0 for a channel
  record Sent(long channelId, long withId, int number) {}

  private final Table<Sent> sent;

  RandomIds(WorldStore store) {
    sent = store.table("random", Sent.class);
  }

  Optional<Sent> find(long personId, long randomId) {
    return Optional.ofNullable(sent.get(Table.key(personId, randomId)));
  }

  void remember(long personId, long randomId, Sent what) {
    sent.put(Table.key(personId, randomId), what);
  }
}
