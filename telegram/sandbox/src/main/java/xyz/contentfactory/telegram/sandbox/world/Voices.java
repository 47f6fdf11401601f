package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.stream.Stream;

/// As which channels a person may write in a group, besides as themselves. Call only inside
/// [World#change].
public final class Voices {

  private final Channels channels;

  Voices(Channels channels) {
    this.channels = channels;
  }

  /// The group itself for an anonymous administrator; in a public group also the public channels
  /// that the person created. None in a broadcast channel, and none for bots.
  public List<Channel> of(Person person, Channel group) {
    if (group.broadcast() || person.isBot()) {
      return List.of();
    }
    Stream<Channel> itself = isAnonymous(person, group) ? Stream.of(group) : Stream.of();
    return Stream.concat(itself, group.username() == null ? Stream.of() : created(person)).toList();
  }

  /// Whether they are shown as the group unless they say otherwise.
  public boolean isAnonymous(Person person, Channel group) {
    return channels
        .member(group.id(), person.id())
        .filter(m -> m.rights().contains("anonymous"))
        .isPresent();
  }

  private Stream<Channel> created(Person person) {
    return channels.of(person.id()).stream()
        .filter(channel -> channel.broadcast() && channel.username() != null)
        .filter(channel ->
            channels
                .member(channel.id(), person.id())
                .filter(m -> m.role() == Member.Role.CREATOR)
                .isPresent());
  }

  /// The draft with its author; refuses a channel that is not offered.
  Draft shown(Person sender, Channel group, Draft draft) {
    Long wanted = draft.sentAs();
    if (wanted == null) {
      return isAnonymous(sender, group) ? draft.shownAs(group.id()) : draft;
    }
    if (of(sender, group).stream().noneMatch(channel -> channel.id() == wanted)) {
      throw Refusal.bad("SEND_AS_PEER_INVALID");
    }
    return draft;
  }
}
