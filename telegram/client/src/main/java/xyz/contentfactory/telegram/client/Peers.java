package xyz.contentfactory.telegram.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.InputPeer;
import xyz.contentfactory.telegram.tl.type.InputPeerChannel;
import xyz.contentfactory.telegram.tl.type.InputPeerChat;
import xyz.contentfactory.telegram.tl.type.InputPeerEmpty;
import xyz.contentfactory.telegram.tl.type.InputPeerSelf;
import xyz.contentfactory.telegram.tl.type.InputPeerUser;
import xyz.contentfactory.telegram.tl.type.Peer;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PeerChat;
import xyz.contentfactory.telegram.tl.type.PeerUser;
import xyz.contentfactory.telegram.tl.type.PlainChat;
import xyz.contentfactory.telegram.tl.type.PlainUpdates;
import xyz.contentfactory.telegram.tl.type.PlainUser;
import xyz.contentfactory.telegram.tl.type.UpdatesCombined;
import xyz.contentfactory.telegram.tl.type.User;

/// The peers that this account has met, with their access hashes; the ones not met for longest are
/// forgotten first. Hashes of `min` peers are of no use and not kept.
final class Peers {
  private static final int CAPACITY = 5000;

  private final Map<Peer, PeerRef> met = new LinkedHashMap<>();

  synchronized void learn(List<Chat> chats, List<User> users) {
    for (var chat : chats) {
      if (chat instanceof Channel channel && !channel.min() && channel.accessHash() != null) {
        keep(
            new PeerChannel(channel.id()), new PeerRef.Channel(channel.id(), channel.accessHash()));
      } else if (chat instanceof PlainChat group) {
        keep(new PeerChat(group.id()), new PeerRef.Group(group.id()));
      }
    }
    for (var user : users) {
      if (user instanceof PlainUser person && !person.min() && person.accessHash() != null) {
        keep(new PeerUser(person.id()), new PeerRef.User(person.id(), person.accessHash()));
      }
    }
  }

  /// Learns from pushed updates that carry peers.
  void learn(TlObject update) {
    if (update instanceof PlainUpdates updates) {
      learn(updates.chats(), updates.users());
    } else if (update instanceof UpdatesCombined updates) {
      learn(updates.chats(), updates.users());
    }
  }

  synchronized @Nullable PeerRef find(Peer peer) {
    return met.get(peer);
  }

  /// The ids of the channels and supergroups met.
  synchronized List<Long> channels() {
    return met.values().stream()
        .filter(PeerRef.Channel.class::isInstance)
        .map(PeerRef::id)
        .toList();
  }

  private void keep(Peer peer, PeerRef ref) {
    met.remove(peer);
    met.put(peer, ref);
    if (met.size() > CAPACITY) {
      met.remove(met.keySet().iterator().next());
    }
  }

  static InputPeer input(@Nullable PeerRef peer) {
    return switch (peer) {
      case null -> new InputPeerEmpty();
      case PeerRef.Channel channel -> new InputPeerChannel(channel.id(), channel.accessHash());
      case PeerRef.Group group -> new InputPeerChat(group.id());
      case PeerRef.User user -> new InputPeerUser(user.id(), user.accessHash());
      case PeerRef.Self _ -> new InputPeerSelf();
    };
  }
}
