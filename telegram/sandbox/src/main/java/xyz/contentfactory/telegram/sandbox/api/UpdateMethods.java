package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.AccountEvent;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.ChannelEvent;
import xyz.contentfactory.telegram.sandbox.world.Channels;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// `updates.*`: what happened while a client was away.
final class UpdateMethods {

  private static final int MOST_AT_ONCE = 100;
  private static final int ASK_AGAIN_SECONDS = 30;

  /// After more private messages than this a client is told that there were too many.
  private static final int MOST_LETTERS_TOLD = 1000;

  private UpdateMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("updates.getState", call -> call.views().state(null));
    methods.put("updates.getDifference", UpdateMethods::difference);
    methods.put("updates.getChannelDifference", UpdateMethods::channelDifference);
  }

  private static TlValue difference(Call call) {
    Person me = call.me();
    int pts = call.query().integer("pts");
    if (pts <= 0) {
      throw Refusal.bad("PERSISTENT_TIMESTAMP_EMPTY");
    }
    int current = call.world().mailboxes().counters(me.id()).pts();
    if (pts > current) {
      throw Refusal.bad("PERSISTENT_TIMESTAMP_INVALID");
    }
    if (current - pts > MOST_LETTERS_TOLD) {
      return TlValue.of("updates.differenceTooLong", "pts", current);
    }
    List<Letter> letters = call.world().mailboxes().since(me.id(), pts, MOST_AT_ONCE);
    return letters.size() < MOST_AT_ONCE ? rest(call, letters) : slice(call, letters);
  }

  /// Letters only; everything else comes with the last of them.
  private static TlValue slice(Call call, List<Letter> letters) {
    TlValue reached =
        TlValue.of(
            "updates.state",
            "pts",
            letters.getLast().pts(),
            "qts",
            call.query().integer("qts"),
            "date",
            call.query().integer("date"),
            "seq",
            call.world().log().counters(call.me().id()).seq(),
            "unread_count",
            0);
    return told(call, letters, List.of(), List.of(), reached);
  }

  private static TlValue rest(Call call, List<Letter> letters) {
    World world = call.world();
    long me = call.me().id();
    int date = call.query().integer("date");
    List<AccountEvent> events =
        Stream.concat(
                world.log().newsSince(me, date).stream(),
                world.log().placesSince(me, Math.max(0, call.query().integer("qts"))).stream())
            .toList();
    List<Channel> moved =
        world.channels().of(me).stream()
            .filter(c -> world.channels().hasMovedSince(c.id(), date))
            .toList();
    if (letters.isEmpty() && moved.isEmpty() && events.isEmpty()) {
      int seq = world.log().counters(me).seq();
      return TlValue.of("updates.differenceEmpty", "date", call.now(), "seq", seq);
    }
    List<TlValue> others =
        Stream.concat(
                events.stream().map(AccountNews::changed),
                moved.stream().map(c -> tooLong(call, c)))
            .toList();
    List<Channel> named =
        Stream.concat(
                moved.stream(),
                events.stream().map(e -> world.channels().find(e.channelId()).orElseThrow()))
            .toList();
    return told(call, letters, others, named, null);
  }

  /// The answer; with an intermediate state there is more to ask for.
  private static TlValue told(
      Call call,
      List<Letter> letters,
      List<TlValue> others,
      List<Channel> channels,
      @Nullable TlValue intermediate) {
    Views views = call.views();
    return TlValue.of(
        intermediate == null ? "updates.difference" : "updates.differenceSlice",
        "new_messages",
        letters.stream().map(views::message).toList(),
        "new_encrypted_messages",
        List.of(),
        "other_updates",
        others,
        "chats",
        views.channels(channels),
        "users",
        views.users(Stream.concat(Stream.of(call.me().id()), Views.named(letters))),
        intermediate == null ? "state" : "intermediate_state",
        intermediate == null ? views.state(null) : intermediate);
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
    int current = call.world().channels().pts(channel.id());
    if (pts > current) {
      throw Refusal.bad("PERSISTENT_TIMESTAMP_INVALID");
    }
    if (current - pts > Channels.MOST_TOLD) {
      return tooManyMoves(call, channel);
    }
    List<Post> newer = call.world().channels().since(channel.id(), pts, limit);
    List<ChannelEvent> changes = call.world().channels().eventsSince(channel.id(), pts, limit);
    int reached = reached(newer, changes, limit, current);
    List<Post> posts = newer.stream().filter(p -> p.pts() <= reached).toList();
    if (posts.isEmpty() && changes.isEmpty()) {
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
        changes.stream()
            .filter(c -> c.pts() <= reached)
            .flatMap(c -> views.changed(c, channel).stream())
            .toList(),
        "chats",
        views.chats(channel, posts),
        "users",
        views.users(Views.senders(channel, posts)));
  }

  /// The client is told where the channel stands, with the newest post, and begins there.
  private static TlValue tooManyMoves(Call call, Channel channel) {
    Dialogs dialogs = new Dialogs(call.world(), call.me());
    Views views = call.views();
    List<Post> last = call.world().channels().history(channel.id(), 0, 1);
    return TlValue.of(
        "updates.channelDifferenceTooLong",
        "final",
        true,
        "timeout",
        ASK_AGAIN_SECONDS,
        "dialog",
        dialogs.dialog(dialogs.entry(channel)),
        "messages",
        last.stream().map(p -> views.message(p, channel)).toList(),
        "chats",
        views.channels(List.of(channel)),
        "users",
        views.users(Views.senders(channel, last)));
  }

  /// The counter up to which both lists are complete.
  private static int reached(List<Post> posts, List<ChannelEvent> changes, int limit, int current) {
    int posted = posts.size() < limit ? current : posts.getLast().pts();
    int changed = changes.size() < limit ? current : changes.getLast().pts();
    return Math.min(posted, changed);
  }
}
