package xyz.contentfactory.telegram.sandbox.api;

import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Finds whom a client addresses, and refuses access hashes that are not the caller's.
final class Peers {

  private final World world;
  private final Person me;

  Peers(World world, Person me) {
    this.world = world;
    this.me = me;
  }

  static Peers of(Call call) {
    return new Peers(call.world(), call.me());
  }

  /// A person or a channel.
  sealed interface Found {
    record OnePerson(Person person) implements Found {}

    record OneChannel(Channel channel) implements Found {}
  }

  /// From an `InputPeer`.
  Found peer(TlValue input) {
    return switch (input.name()) {
      case "inputPeerSelf", "inputPeerUser" -> new Found.OnePerson(person(input));
      case "inputPeerChannel" -> new Found.OneChannel(channel(input));
      case "inputPeerChat" -> throw Refusal.bad("CHAT_ID_INVALID");
      default -> throw Refusal.bad("PEER_ID_INVALID");
    };
  }

  /// From an `InputChannel` or an `InputPeer`.
  Found channelOrPeer(TlValue input) {
    return input.is("inputChannel") ? new Found.OneChannel(channel(input)) : peer(input);
  }

  /// From an `InputUser` or an `InputPeer` of a person.
  Person person(TlValue input) {
    return switch (input.name()) {
      case "inputUserSelf", "inputPeerSelf" -> me;
      case "inputUser", "inputPeerUser" -> {
        long id = input.number("user_id");
        boolean known =
            id == me.id()
                || input.number("access_hash") == world.accessHashes().ofPerson(me.id(), id);
        yield world
            .people()
            .find(id)
            .filter(_ -> known)
            .orElseThrow(() -> Refusal.bad("USER_ID_INVALID"));
      }
      default -> throw Refusal.bad("USER_ID_INVALID");
    };
  }

  /// From an `InputChannel` or an `InputPeer` of a channel. A private channel is only there for its
  /// members.
  Channel channel(TlValue input) {
    if (!input.is("inputChannel") && !input.is("inputPeerChannel")) {
      throw Refusal.bad("CHANNEL_INVALID");
    }
    long id = input.number("channel_id");
    long hash = input.number("access_hash");
    if (hash != world.accessHashes().ofChannel(me.id(), id) && !mayGoWithout(hash, id)) {
      throw Refusal.bad("CHANNEL_INVALID");
    }
    Channel channel = world.channels().find(id).orElseThrow(() -> Refusal.bad("CHANNEL_INVALID"));
    if (channel.username() == null && world.channels().member(id, me.id()).isEmpty()) {
      throw new Refusal(406, "CHANNEL_PRIVATE");
    }
    return channel;
  }

  /// Bots may say 0 for the hash of a channel that they are in.
  private boolean mayGoWithout(long hash, long channelId) {
    return hash == 0 && me.isBot() && world.channels().member(channelId, me.id()).isPresent();
  }

  Member membership(Channel channel) {
    return world
        .channels()
        .member(channel.id(), me.id())
        .orElseThrow(() -> Refusal.bad("USER_NOT_PARTICIPANT"));
  }
}
