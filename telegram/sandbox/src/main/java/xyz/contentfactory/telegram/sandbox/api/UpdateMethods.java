package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `updates.*`: what happened while a client was away.
final class UpdateMethods {

  private static final int MOST_AT_ONCE = 100;
  private static final int ASK_AGAIN_SECONDS = 30;

  private UpdateMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("updates.getState", call -> call.views().state(null));
    methods.put("updates.getDifference", UpdateMethods::difference);
    methods.put("updates.getChannelDifference", UpdateMethods::channelDifference);
  }

  private static TlValue difference(Call call) {
    Person me = call.me();
    int pts = call.query().integer("pts");
    List<Letter> letters = call.world().mailboxes().since(me.id(), pts, MOST_AT_ONCE);
    List<Channel> moved =
        call.world().channels().of(me.id()).stream()
            .filter(c -> hasNews(call, c, call.query().integer("date")))
            .toList();
    if (letters.isEmpty() && moved.isEmpty()) {
      return TlValue.of("updates.differenceEmpty", "date", call.now(), "seq", 1);
    }
    Views views = call.views();
    boolean all = letters.size() < MOST_AT_ONCE;
    return TlValue.of(
        all ? "updates.difference" : "updates.differenceSlice",
        "new_messages",
        letters.stream().map(views::message).toList(),
        "new_encrypted_messages",
        List.of(),
        "other_updates",
        moved.stream().map(c -> tooLong(call, c)).toList(),
        "chats",
        views.channels(moved),
        "users",
        views.users(Views.named(letters)),
        all ? "state" : "intermediate_state",
        views.state(all ? null : letters.getLast().pts()));
  }

  private static boolean hasNews(Call call, Channel channel, int sinceSeconds) {
    return call.world().channels().history(channel.id(), 0, 1).stream()
        .anyMatch(p -> p.dateSeconds() > sinceSeconds);
  }

  private static TlValue tooLong(Call call, Channel channel) {
    return TlValue.of(
        "updateChannelTooLong",
        "channel_id",
        channel.id(),
        "pts",
        call.world().channels().pts(channel.id()));
  }

  private static TlValue channelDifference(Call call) {
    Channel channel = Peers.of(call).channel(call.required("channel"));
    int pts = call.query().integer("pts");
    int limit = Math.clamp(call.query().integer("limit"), 1, MOST_AT_ONCE);
    if (pts <= 0) {
      throw Refusal.bad("PERSISTENT_TIMESTAMP_INVALID");
    }
    List<Post> posts = call.world().channels().since(channel.id(), pts, limit);
    int current = call.world().channels().pts(channel.id());
    if (posts.isEmpty()) {
      return TlValue.of(
          "updates.channelDifferenceEmpty",
          "final",
          true,
          "pts",
          current,
          "timeout",
          ASK_AGAIN_SECONDS);
    }
    Views views = call.views();
    int reached = posts.getLast().pts();
    return TlValue.of(
        "updates.channelDifference",
        "final",
        reached == current,
        "pts",
        reached,
        "timeout",
        ASK_AGAIN_SECONDS,
        "new_messages",
        posts.stream().map(p -> views.message(p, channel)).toList(),
        "other_updates",
        List.of(),
        "chats",
        views.channels(List.of(channel)),
        "users",
        views.users(Views.senders(channel, posts)));
  }
}
