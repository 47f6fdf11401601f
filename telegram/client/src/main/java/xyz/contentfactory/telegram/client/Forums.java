package xyz.contentfactory.telegram.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.method.channels.GetSendAs;
import xyz.contentfactory.telegram.tl.method.messages.GetForumTopics;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.ForumTopic;
import xyz.contentfactory.telegram.tl.type.Message;
import xyz.contentfactory.telegram.tl.type.MessageEmpty;
import xyz.contentfactory.telegram.tl.type.MessageService;
import xyz.contentfactory.telegram.tl.type.Peer;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PeerUser;
import xyz.contentfactory.telegram.tl.type.PlainForumTopic;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainUser;
import xyz.contentfactory.telegram.tl.type.SendAsPeer;
import xyz.contentfactory.telegram.tl.type.User;

/// The topics of a group, and as whom one may write there.
final class Forums {
  private static final int PAGE = 100;

  /// Two thousand topics: a person chooses among those that were used last.
  private static final int MAX_PAGES = 20;

  private final Calls calls;
  private final Peers peers;

  Forums(Calls calls, Peers peers) {
    this.calls = calls;
    this.peers = peers;
  }

  /// Where the next page begins.
  private record Offset(int date, int message, int topic) {
    static final Offset START = new Offset(0, 0, 0);
  }

  List<Topic> topics(PeerRef peer) {
    Map<Integer, Topic> found = new LinkedHashMap<>();
    var offset = Offset.START;
    for (var pages = 0; pages < MAX_PAGES; pages++) {
      var page =
          calls.call(
              new GetForumTopics(
                  Peers.input(peer), null, offset.date(), offset.message(), offset.topic(), PAGE));
      peers.learn(page.chats(), page.users());
      var before = found.size();
      page.topics().forEach(topic -> collect(topic, found));
      var next = next(page.topics(), page.messages());
      if (next == null || found.size() == before || found.size() >= page.count()) {
        break;
      }
      offset = next;
    }
    return List.copyOf(found.values());
  }

  private static void collect(ForumTopic topic, Map<Integer, Topic> found) {
    if (topic instanceof PlainForumTopic plain) {
      found.putIfAbsent(
          plain.id(), new Topic(plain.id(), plain.title(), plain.closed(), plain.hidden()));
    }
  }

  /// After the last topic of the page.
  private static @Nullable Offset next(List<ForumTopic> topics, List<Message> messages) {
    for (var topic : topics.reversed()) {
      if (topic instanceof PlainForumTopic plain) {
        return new Offset(dateOf(messages, plain), plain.topMessage(), plain.id());
      }
    }
    return null;
  }

  private static int dateOf(List<Message> messages, PlainForumTopic topic) {
    for (var message : messages) {
      switch (message) {
        case PlainMessage m when m.id() == topic.topMessage() -> {
          return m.date();
        }
        case MessageService m when m.id() == topic.topMessage() -> {
          return m.date();
        }
        case PlainMessage _ -> {}
        case MessageService _ -> {}
        case MessageEmpty _ -> {}
      }
    }
    return topic.date();
  }

  List<SendAs> sendAs(PeerRef peer) {
    var answer = calls.call(GetSendAs.builder().peer(Peers.input(peer)).build());
    peers.learn(answer.chats(), answer.users());
    return answer.peers().stream()
        .map(offered -> read(offered, answer.chats(), answer.users()))
        .filter(Objects::nonNull)
        .toList();
  }

  /// Null for what cannot be addressed.
  private @Nullable SendAs read(SendAsPeer offered, List<Chat> chats, List<User> users) {
    var peer = offered.peer();
    var premium = offered.premiumRequired();
    return switch (peer) {
      case PeerChannel(long id) -> channel(peer, id, chats, premium);
      case PeerUser(long id) -> person(id, users, premium);
      default -> null;
    };
  }

  private @Nullable SendAs channel(Peer peer, long id, List<Chat> chats, boolean premium) {
    var known = peers.find(peer);
    for (var chat : chats) {
      if (known != null && chat instanceof Channel channel && channel.id() == id) {
        var username = Usernames.shown(channel.username(), channel.usernames());
        return new SendAs(known, channel.title(), username, premium);
      }
    }
    return null;
  }

  private static @Nullable SendAs person(long id, List<User> users, boolean premium) {
    for (var user : users) {
      if (user instanceof PlainUser plain && plain.id() == id && plain.self()) {
        var self = Users.of(plain);
        return new SendAs(new PeerRef.Self(), self.displayName(), self.username(), premium);
      }
    }
    return null;
  }
}
