package xyz.contentfactory.telegram.sandbox.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.Topic;
import xyz.contentfactory.telegram.sandbox.world.Topics;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Forums: `channels.*` until layer 227, `messages.*` since layer 216.
final class TopicMethods {

  private static final int MOST_AT_ONCE = 100;

  private TopicMethods() {}

  static void into(Map<String, Handler> methods) {
    for (String family : List.of("channels", "messages")) {
      methods.put(family + ".getForumTopics", TopicMethods::topics);
      methods.put(family + ".getForumTopicsByID", TopicMethods::some);
      methods.put(family + ".createForumTopic", TopicMethods::create);
      methods.put(family + ".editForumTopic", TopicMethods::edit);
    }
    methods.put("channels.toggleForum", TopicMethods::toggle);
  }

  /// A topic with what stands in it, newest first.
  private record Filled(Topic topic, List<Post> posts) {
    int lastDate() {
      return posts.isEmpty() ? topic.dateSeconds() : posts.getFirst().dateSeconds();
    }
  }

  private static Channel channel(Call call) {
    TlValue named = call.query().object("channel");
    TlValue input = named == null ? call.required("peer") : named;
    if (Peers.of(call).channelOrPeer(input) instanceof Found.OneChannel(Channel channel)) {
      return channel;
    }
    throw Refusal.bad("CHANNEL_INVALID");
  }

  private static Channel forum(Call call) {
    Channel channel = channel(call);
    if (!call.world().topics().isForum(channel.id())) {
      throw Refusal.bad("CHANNEL_FORUM_MISSING");
    }
    return channel;
  }

  /// Those with the newest messages first.
  private static TlValue topics(Call call) {
    Channel channel = forum(call);
    String part = call.query().text("q").toLowerCase(Locale.ROOT);
    List<Filled> all =
        call.world().topics().of(channel.id()).stream()
            .filter(t -> t.title().toLowerCase(Locale.ROOT).contains(part))
            .map(t -> filled(call.world(), t))
            .sorted(
                Comparator.comparingInt(Filled::lastDate)
                    .thenComparingInt(f -> f.topic().number())
                    .reversed())
            .toList();
    int limit = Math.clamp(call.query().integer("limit"), 0, MOST_AT_ONCE);
    List<Filled> page =
        all.stream().skip(skipped(call, all)).limit(limit == 0 ? MOST_AT_ONCE : limit).toList();
    return answer(call, channel, all.size(), page);
  }

  /// How many stand above the place that the client has reached.
  private static long skipped(Call call, List<Filled> all) {
    int topic = call.query().integer("offset_topic");
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).topic().number() == topic)
        .mapToLong(i -> i + 1L)
        .findFirst()
        .orElse(0);
  }

  private static Filled filled(World world, Topic topic) {
    return new Filled(topic, world.topics().posts(topic.channelId(), topic.number()).toList());
  }

  private static TlValue answer(Call call, Channel channel, int count, List<Filled> page) {
    World world = call.world();
    long me = call.me().id();
    return TopicViews.page(
        call.views(),
        world,
        channel,
        count,
        page.stream().map(f -> TopicViews.topic(world, f.topic(), f.posts(), me)).toList(),
        page.stream().flatMap(f -> f.posts().stream().limit(1)).toList());
  }

  private static TlValue some(Call call) {
    Channel channel = forum(call);
    World world = call.world();
    long me = call.me().id();
    List<Integer> numbers = call.query().integers("topics").stream().limit(MOST_AT_ONCE).toList();
    if (numbers.isEmpty()) {
      throw Refusal.bad("TOPICS_EMPTY");
    }
    List<Optional<Filled>> found =
        numbers.stream()
            .map(n -> world.topics().find(channel.id(), n).map(t -> filled(world, t)))
            .toList();
    return TopicViews.page(
        call.views(),
        world,
        channel,
        numbers.size(),
        IntStream.range(0, numbers.size())
            .mapToObj(i ->
                found
                    .get(i)
                    .map(f -> TopicViews.topic(world, f.topic(), f.posts(), me))
                    .orElseGet(() -> TopicViews.deleted(numbers.get(i))))
            .toList(),
        found.stream()
            .flatMap(Optional::stream)
            .flatMap(f -> f.posts().stream().limit(1))
            .toList());
  }

  private static TlValue create(Call call) {
    TlValue query = call.query();
    long randomId = query.number("random_id");
    if (randomId == 0) {
      throw Refusal.bad("RANDOM_ID_EMPTY");
    }
    Channel channel = channel(call);
    Topics.Wish wish = new Topics.Wish(query.text("title"), query.integer("icon_color"), randomId);
    Topic topic = call.world().topics().begin(call.me(), channel, wish, call.now());
    Post post = call.world().channels().post(channel.id(), topic.number()).orElseThrow();
    Views views = call.views();
    return views.updates(
        List.of(
            TlValue.of("updateMessageID", "id", post.number(), "random_id", randomId),
            views.newMessage(post, channel, 1)),
        views.chats(channel, List.of(post)),
        views.users(Views.senders(channel, List.of(post))));
  }

  private static TlValue edit(Call call) {
    TlValue query = call.query();
    Channel channel = channel(call);
    @Nullable Boolean closed = query.has("closed") ? query.flag("closed") : null;
    @Nullable String title = query.has("title") ? query.text("title") : null;
    call.world().topics().edit(call.me(), channel, query.integer("topic_id"), title, closed);
    return AccountNews.answer(call.views(), channel);
  }

  private static TlValue toggle(Call call) {
    Channel channel = channel(call);
    call.world().topics().toggle(call.me(), channel, call.query().flag("enabled"));
    return AccountNews.answer(call.views(), channel);
  }
}
