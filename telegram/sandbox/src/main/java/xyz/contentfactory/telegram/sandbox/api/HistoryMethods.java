package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// Reading: `messages.getHistory` and its kin, and what is marked as read.
final class HistoryMethods {

  private static final int MOST_AT_ONCE = 100;

  private HistoryMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("messages.getHistory", HistoryMethods::history);
    methods.put("messages.getReplies", HistoryMethods::topic);
    methods.put("messages.getMessages", HistoryMethods::messages);
    methods.put("channels.getMessages", HistoryMethods::channelMessages);
    methods.put("messages.readHistory", HistoryMethods::read);
    methods.put("channels.readHistory", HistoryMethods::readChannel);
  }

  private static TlValue history(Call call) {
    return switch (Peers.of(call).peer(call.required("peer"))) {
      case Found.OneChannel(Channel channel) -> channelHistory(call, channel);
      case Found.OnePerson(Person person) -> personHistory(call, person);
    };
  }

  private static TlValue channelHistory(Call call, Channel channel) {
    int last = call.world().channels().lastNumber(channel.id());
    List<Post> posts =
        call.world().channels().history(channel.id(), below(call, last), limit(call)).stream()
            .filter(p -> within(call, p.number(), p.dateSeconds()))
            .toList();
    return answer(call, channel, posts);
  }

  /// What stands in a topic of a forum.
  private static TlValue topic(Call call) {
    if (!(Peers.of(call).peer(call.required("peer")) instanceof Found.OneChannel(Channel channel))
        || !call.world().topics().isForum(channel.id())) {
      throw Refusal.bad("MSG_ID_INVALID");
    }
    int below = below(call, call.world().channels().lastNumber(channel.id()));
    List<Post> posts =
        call.world()
            .topics()
            .posts(channel.id(), call.query().integer("msg_id"))
            .filter(p ->
                !p.beginsTopic() && p.number() < below && within(call, p.number(), p.dateSeconds()))
            .limit(limit(call))
            .toList();
    return answer(call, channel, posts);
  }

  private static TlValue personHistory(Call call, Person person) {
    long me = call.me().id();
    int last = call.world().mailboxes().counters(me).lastNumber();
    List<Letter> letters =
        call.world().mailboxes().history(me, person.id(), below(call, last), limit(call)).stream()
            .filter(l -> within(call, l.number(), l.dateSeconds()))
            .toList();
    return answer(call, letters);
  }

  /// The number below which to read: `offset_id` moved by `add_offset`.
  private static int below(Call call, int last) {
    int from = call.query().integer("offset_id");
    int start = from > 0 ? Math.min(from, last + 1) : last + 1;
    return Math.clamp((long) start - call.query().integer("add_offset"), 1, last + 1);
  }

  private static int limit(Call call) {
    int limit = Math.clamp(call.query().integer("limit"), 0, MOST_AT_ONCE);
    return limit == 0 ? MOST_AT_ONCE : limit;
  }

  private static boolean within(Call call, int number, int dateSeconds) {
    TlValue query = call.query();
    int max = query.integer("max_id");
    int date = query.integer("offset_date");
    return (max == 0 || number < max)
        && number > query.integer("min_id")
        && (date == 0 || dateSeconds < date);
  }

  private static TlValue messages(Call call) {
    long me = call.me().id();
    Map<Integer, Letter> found =
        found(call, n -> call.world().mailboxes().find(me, n).stream(), Letter::number);
    Views views = call.views();
    return answer(views, asked(call, found, views::message), List.copyOf(found.values()));
  }

  private static TlValue channelMessages(Call call) {
    Channel channel = Peers.of(call).channel(call.required("channel"));
    Map<Integer, Post> found =
        found(call, n -> call.world().channels().post(channel.id(), n).stream(), Post::number);
    List<TlValue> asked = asked(call, found, post -> call.views().message(post, channel));
    return answer(call, channel, asked, List.copyOf(found.values()));
  }

  private static Stream<Integer> numbers(Call call) {
    return call.query().objects("id").stream()
        .limit(MOST_AT_ONCE)
        .filter(m -> m.is("inputMessageID"))
        .map(m -> m.integer("id"));
  }

  private static <M> Map<Integer, M> found(
      Call call, IntFunction<Stream<M>> find, ToIntFunction<M> number) {
    return numbers(call)
        .flatMap(find::apply)
        .collect(Collectors.toMap(number::applyAsInt, message -> message, (one, _) -> one));
  }

  /// One for each number that was asked for; an empty one for what does not stand there.
  private static <M> List<TlValue> asked(
      Call call, Map<Integer, M> found, Function<M, TlValue> view) {
    return numbers(call)
        .map(n ->
            found.containsKey(n) ? view.apply(found.get(n)) : TlValue.of("messageEmpty", "id", n))
        .toList();
  }

  private static TlValue answer(Call call, Channel channel, List<Post> posts) {
    Views views = call.views();
    return answer(
        call, channel, posts.stream().map(p -> views.message(p, channel)).toList(), posts);
  }

  private static TlValue answer(
      Call call, Channel channel, List<TlValue> messages, List<Post> posts) {
    Views views = call.views();
    return TlValue.of(
        "messages.channelMessages",
        "pts",
        call.world().channels().pts(channel.id()),
        "count",
        call.world().channels().lastNumber(channel.id()),
        "messages",
        messages,
        "topics",
        List.of(),
        "chats",
        views.chats(channel, posts),
        "users",
        views.users(Views.senders(channel, posts)));
  }

  private static TlValue answer(Call call, List<Letter> letters) {
    Views views = call.views();
    return answer(views, letters.stream().map(views::message).toList(), letters);
  }

  private static TlValue answer(Views views, List<TlValue> messages, List<Letter> letters) {
    return TlValue.of(
        "messages.messages",
        "messages",
        messages,
        "topics",
        List.of(),
        "chats",
        List.of(),
        "users",
        views.users(Views.named(letters)));
  }

  private static TlValue read(Call call) {
    if (Peers.of(call).peer(call.required("peer")) instanceof Found.OnePerson(Person person)) {
      call.world().mailboxes().read(call.me().id(), person.id(), call.query().integer("max_id"));
    }
    return TlValue.of(
        "messages.affectedMessages",
        "pts",
        call.world().mailboxes().counters(call.me().id()).pts(),
        "pts_count",
        0);
  }

  private static boolean readChannel(Call call) {
    Peers peers = Peers.of(call);
    Member member = peers.membership(peers.channel(call.required("channel")));
    return call.world().channels().read(member, call.query().integer("max_id"));
  }
}
