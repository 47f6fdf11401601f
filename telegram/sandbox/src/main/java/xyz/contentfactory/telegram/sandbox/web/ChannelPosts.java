package xyz.contentfactory.telegram.sandbox.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.TextEntity;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The channels and what stands in them, for tests and scripts.
final class ChannelPosts {

  private static final int MOST_AT_ONCE = 1000;
  private static final int USUALLY = 100;

  record ListedChannel(
      String id, String title, @Nullable String username, String kind, int members, int posts) {}

  record Sender(String id, String phone, String name) {}

  /// A post; ids that do not fit a double are texts.
  record ListedPost(
      int number,
      @Nullable String randomId,
      Sender sender,
      Instant date,
      String text,
      List<TextEntity> entities,
      boolean silent) {}

  record Channels(List<ListedChannel> items) {}

  record Posts(ListedChannel channel, List<ListedPost> posts) {}

  private final World world;

  ChannelPosts(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/channels", _ -> channels()),
        Route.of("GET", "/api/sandbox/channels/{id}/posts", this::posts));
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
        post.silent());
  }
}
