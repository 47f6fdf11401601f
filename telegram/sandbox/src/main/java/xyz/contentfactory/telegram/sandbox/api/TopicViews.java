package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Topic;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Topics of forums, and where a message stands in them.
final class TopicViews {

  private TopicViews() {}

  /// Null for what answers nothing and stands in the general topic. What stands in a topic answers
  /// the topic's first message when it answers nothing else.
  static @Nullable TlValue replyHeader(Post post) {
    Integer topic = post.topic();
    Integer replyTo = post.replyTo();
    if (topic == null) {
      return replyTo == null ? null : TlValue.of("messageReplyHeader", "reply_to_msg_id", replyTo);
    }
    return TlValue.of(
        "messageReplyHeader",
        "forum_topic",
        true,
        "reply_to_msg_id",
        replyTo == null ? topic : replyTo,
        "reply_to_top_id",
        replyTo == null ? null : topic);
  }

  /// The message that a topic begins with.
  static TlValue beginning(World world, Post post, long viewerId) {
    int colour = world.topics().find(post.channelId(), post.number()).map(Topic::colour).orElse(0);
    return TlValue.of(
        "messageService",
        "out",
        post.senderId() == viewerId,
        "silent",
        true,
        "id",
        post.number(),
        "from_id",
        Views.peerUser(post.senderId()),
        "peer_id",
        Views.peerChannel(post.channelId()),
        "date",
        post.dateSeconds(),
        "action",
        TlValue.of("messageActionTopicCreate", "title", post.text(), "icon_color", colour));
  }

  /// A topic with its newest message.
  static TlValue topic(World world, Topic topic, List<Post> posts, long viewerId) {
    int readUpTo =
        world.channels().member(topic.channelId(), viewerId).map(Member::readUpTo).orElse(0);
    Optional<Post> newest = posts.stream().findFirst();
    int last = newest.map(Post::number).orElse(topic.number());
    return TlValue.of(
        "forumTopic",
        "my",
        topic.creatorId() == viewerId,
        "closed",
        topic.closed(),
        "id",
        topic.number(),
        "date",
        topic.dateSeconds(),
        "peer",
        Views.peerChannel(topic.channelId()),
        "title",
        topic.title(),
        "icon_color",
        topic.colour(),
        "top_message",
        last,
        "read_inbox_max_id",
        Math.min(readUpTo, last),
        "read_outbox_max_id",
        last,
        "unread_count",
        (int) posts.stream().filter(p -> p.number() > readUpTo).count(),
        "unread_mentions_count",
        0,
        "unread_reactions_count",
        0,
        "unread_poll_votes_count",
        0,
        "from_id",
        Views.peerUser(topic.creatorId()),
        "notify_settings",
        Views.notifySettings());
  }

  static TlValue deleted(int number) {
    return TlValue.of("forumTopicDeleted", "id", number);
  }

  static TlValue page(
      Views views, World world, Channel channel, int count, List<TlValue> topics, List<Post> last) {
    return TlValue.of(
        "messages.forumTopics",
        "count",
        count,
        "topics",
        topics,
        "messages",
        last.stream().map(p -> views.message(p, channel)).toList(),
        "chats",
        views.chats(channel, last),
        "users",
        views.users(Views.senders(channel, last)),
        "pts",
        world.channels().pts(channel.id()));
  }
}
