package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.method.channels.GetChannels;
import xyz.contentfactory.telegram.tl.method.contacts.ResolveUsername;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.PlainInputChannel;
import xyz.contentfactory.telegram.tl.type.messages.ChatsSlice;
import xyz.contentfactory.telegram.tl.type.messages.PlainChats;

/// A bot has no list of dialogs: it is asked about channels one by one.
final class BotChannels {
  private final Calls calls;
  private final Peers peers;

  BotChannels(Calls calls, Peers peers) {
    this.calls = calls;
    this.peers = peers;
  }

  /// Those of the channels, and of the ones that updates told of, that the bot is in. A bot may say
  /// 0 for the hash of a channel that it is in; one unknown channel would refuse a whole list, so
  /// each is asked for alone.
  List<Dialog> among(List<Long> channelIds) {
    var found = new ArrayList<Dialog>();
    var asked = new LinkedHashSet<>(channelIds);
    asked.addAll(peers.channels());
    for (var id : asked) {
      var dialog = find(id);
      if (dialog != null) {
        found.add(dialog);
      }
    }
    return found;
  }

  private @Nullable Dialog find(long id) {
    try {
      return switch (calls.call(new GetChannels(List.of(new PlainInputChannel(id, 0))))) {
        case PlainChats all -> read(all.chats());
        case ChatsSlice some -> read(some.chats());
      };
    } catch (RpcException refused) {
      if (refused.error() instanceof RpcError.Refused) {
        return null;
      }
      throw refused;
    }
  }

  /// A public channel or group that the bot is in; null when there is none of this name.
  @Nullable Dialog named(String username) {
    try {
      var question = ResolveUsername.builder().username(username).build();
      return read(calls.call(question).chats());
    } catch (RpcException refused) {
      if (refused.error() instanceof RpcError.Refused) {
        return null;
      }
      throw refused;
    }
  }

  private @Nullable Dialog read(List<Chat> chats) {
    peers.learn(chats, List.of());
    return chats.isEmpty() ? null : Dialogs.read(chats.getFirst());
  }
}
