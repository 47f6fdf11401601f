package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.TextEntity;
import xyz.contentfactory.telegram.sandbox.world.Topics;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The channels and what stands in them, and founding one, for tests and scripts.
final class ChannelPosts {

  private static final int MOST_AT_ONCE = 1000;
  private static final int USUALLY = 100;
  private static final int MOST_TITLE = 128;

  record ListedChannel(
      String id,
      String title,
      @Nullable String username,
      String kind,
      boolean forum,
      int members,
      int posts) {}

  record Sender(String id, String phone, String name) {}

  /// A post; ids that do not fit a double are texts.
  ///
  /// @param topic in a forum: where it stands
  /// @param sentAs the channel it is shown to be from
  record ListedPost(
      int number,
      @Nullable String randomId,
      Sender sender,
      Instant date,
      String text,
      List<TextEntity> entities,
      boolean silent,
      boolean noforwards,
      @Nullable Integer replyTo,
      @Nullable Integer topic,
      @Nullable String sentAs,
      @Nullable Instant edited,
      boolean pinned,
      @Nullable ShownMedia media) {}

  record Channels(List<ListedChannel> items) {}

  record Posts(ListedChannel channel, List<ListedPost> posts) {}

  private final World world;
  private final Changes changes;

  ChannelPosts(World world, Changes changes) {
    this.world = world;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/channels", _ -> channels()),
        Route.of("POST", "/api/sandbox/channels", this::found),
        Route.of("GET", "/api/sandbox/channels/{id}/posts", this::posts));
  }

  private ListedChannel found(HttpCall call) throws IOException {
    JsonNode wanted = call.body();
    PhoneNumber owner = PhoneNumber.parse(Fields.text(wanted, "owner", ""));
    String title = Fields.text(wanted, "title", "").strip();
    if (title.isEmpty() || title.length() > MOST_TITLE) {
      throw HttpProblem.invalid("A title has 1 to 128 characters.");
    }
    try {
      return world.look(() ->
          listed(world.channels().found(title, Numbers.person(world, owner).id(), world.now())));
    } finally {
      changes.mark();
    }
  }

  private Channels channels() {
    return new Channels(
        world.look(() -> world.channels().all().stream().map(this::listed).toList()));
  }

  private ListedChannel listed(Channel channel) {
    return new ListedChannel(
        String.valueOf(channel.id()),
        channel.title(),
        channel.username(),
        channel.broadcast() ? "CHANNEL" : "GROUP",
        world.topics().isForum(channel.id()),
        world.channels().memberCount(channel),
        world.channels().lastNumber(channel.id()));
  }

  /// The last posts, or those after a number; oldest first.
  private Posts posts(HttpCall call) {
    int limit = call.number("limit", USUALLY, 1, MOST_AT_ONCE);
    int after = call.number("after", -1, 0, Integer.MAX_VALUE);
    long id = call.id("id");
    return world.look(() -> {
      Channel channel =
          world
              .channels()
              .find(id)
              .orElseThrow(() -> HttpProblem.notFound("There is no such channel."));
      int last = world.channels().lastNumber(channel.id());
      int below = after < 0 ? last + 1 : (int) Math.min(last, (long) after + limit) + 1;
      List<ListedPost> posts =
          world.channels().history(channel.id(), below, limit).stream()
              .filter(p -> p.number() > after)
              .map(this::listed)
              .toList()
              .reversed();
      return new Posts(listed(channel), posts);
    });
  }

  private ListedPost listed(Post post) {
    Person sender = world.people().get(post.senderId());
    return new ListedPost(
        post.number(),
        post.randomId() == null ? null : String.valueOf(post.randomId()),
        new Sender(String.valueOf(sender.id()), sender.phone(), sender.name()),
        Instant.ofEpochSecond(post.dateSeconds()),
        post.text(),
        post.entities(),
        post.silent(),
        post.isProtected(),
        post.replyTo(),
        world.topics().isForum(post.channelId()) ? Topics.topicOf(post) : null,
        post.sentAs() == null ? null : String.valueOf(post.sentAs()),
        post.editedSeconds() == null ? null : Instant.ofEpochSecond(post.editedSeconds()),
        world.channels().isPinned(post.channelId(), post.number()),
        ShownMedia.of(world, world.files().of(post)));
  }
}
