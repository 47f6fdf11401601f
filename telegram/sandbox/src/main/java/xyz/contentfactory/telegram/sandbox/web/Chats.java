package xyz.contentfactory.telegram.sandbox.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Mailboxes.Conversation;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.TextEntity;
import xyz.contentfactory.telegram.sandbox.world.Topics;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What the owner of a number sees on the phone: the chat list and the chats.
final class Chats {

  private static final int MOST_MESSAGES = 100;
  private static final int USUALLY = 60;

  /// A line of the chat list.
  ///
  /// @param id `channel-…`, `person-…` or `sms`
  /// @param kind `CHANNEL`, `GROUP`, `PERSON`, `SAVED`, `SERVICE` or `SMS`
  record Chat(
      String id,
      String kind,
      String title,
      @Nullable String username,
      @Nullable Integer members,
      int unread,
      @Nullable Message last) {}

  record Message(
      int number,
      boolean outgoing,
      @Nullable String sender,
      Instant date,
      String text,
      List<TextEntity> entities,
      @Nullable Integer views,
      boolean edited,
      boolean pinned,
      @Nullable Integer topic,
      boolean beginsTopic,
      boolean asChannel,
      @Nullable ShownMedia media) {}

  record Items(List<Chat> items) {}

  /// A chat.
  ///
  /// @param pinned the newest pinned message
  /// @param topics of a forum, else none
  record Open(
      Chat chat,
      @Nullable Message pinned,
      List<Message> messages,
      List<Forums.ListedTopic> topics) {}

  private final World world;
  private final Changes changes;

  Chats(World world, Changes changes) {
    this.world = world;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/numbers/{phone}/chats", this::all),
        Route.of("GET", "/api/sandbox/numbers/{phone}/chats/{chat}", this::one),
        Route.of("POST", "/api/sandbox/numbers/{phone}/chats/{chat}/read", this::read));
  }

  private Items all(HttpCall call) {
    PhoneNumber phone = call.phone();
    return new Items(world.look(() -> list(phone)));
  }

  private List<Chat> list(PhoneNumber phone) {
    Optional<Person> owner = world.people().of(phone);
    Stream<Chat> telegram =
        owner.stream()
            .flatMap(me ->
                Stream.concat(
                    world.mailboxes().conversations(me.id()).stream().map(this::chat),
                    world.channels().of(me.id()).stream().map(c -> chat(c, me))));
    return Stream.concat(telegram, sms(phone).stream())
        .sorted(Comparator.comparing(Chats::moved).reversed())
        .toList();
  }

  private static Instant moved(Chat chat) {
    return chat.last() == null ? Instant.EPOCH : chat.last().date();
  }

  private Optional<Chat> sms(PhoneNumber phone) {
    List<Post> texts = world.mailboxes().sms(phone);
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chat("sms", "SMS", "SMS", null, null, 0, message(texts.getLast(), null, 0)));
  }

  private Chat chat(Conversation with) {
    Person other = world.people().get(with.withId());
    String kind =
        other.isTelegram() ? "SERVICE" : with.withId() == with.ownerId() ? "SAVED" : "PERSON";
    Letter last = world.mailboxes().find(with.ownerId(), with.lastNumber()).orElseThrow();
    return new Chat(
        "person-" + other.id(),
        kind,
        other.name(),
        other.username(),
        null,
        world.mailboxes().unread(with),
        message(last));
  }

  private Chat chat(Channel channel, Person me) {
    int last = world.channels().lastNumber(channel.id());
    int readUpTo =
        world.channels().member(channel.id(), me.id()).map(Member::readUpTo).orElse(last);
    return new Chat(
        "channel-" + channel.id(),
        channel.broadcast() ? "CHANNEL" : "GROUP",
        channel.title(),
        channel.username(),
        world.channels().memberCount(channel),
        last - readUpTo,
        world.channels().history(channel.id(), 0, 1).stream()
            .findFirst()
            .map(p -> message(p, channel, me.id()))
            .orElse(null));
  }

  private Message message(Letter letter) {
    return new Message(
        letter.number(),
        letter.outgoing(),
        null,
        Instant.ofEpochSecond(letter.dateSeconds()),
        letter.text(),
        letter.entities(),
        null,
        false,
        false,
        null,
        false,
        false,
        ShownMedia.of(world, world.files().of(letter)));
  }

  private Message message(Post post, @Nullable Channel channel, long viewerId) {
    boolean named = channel != null && (!channel.broadcast() || channel.signatures());
    boolean group = channel != null && !channel.broadcast();
    return new Message(
        post.number(),
        group && post.senderId() == viewerId,
        named ? author(post) : null,
        Instant.ofEpochSecond(post.dateSeconds()),
        post.text(),
        post.entities(),
        channel != null && channel.broadcast() ? post.views() : null,
        post.editedSeconds() != null,
        channel != null && world.channels().isPinned(channel.id(), post.number()),
        channel != null && world.topics().isForum(channel.id()) ? Topics.topicOf(post) : null,
        post.beginsTopic(),
        post.sentAs() != null,
        channel == null ? null : ShownMedia.of(world, world.files().of(post)));
  }

  /// The person, or the channel that they write as.
  private String author(Post post) {
    Long sentAs = post.sentAs();
    return sentAs == null
        ? world.people().get(post.senderId()).name()
        : world.channels().find(sentAs).orElseThrow().title();
  }

  private Open one(HttpCall call) {
    PhoneNumber phone = call.phone();
    int limit = call.number("limit", USUALLY, 1, MOST_MESSAGES);
    int before = call.number("before", 0, 0, Integer.MAX_VALUE);
    return world.look(() -> {
      Chat chat = find(phone, call.variable("chat"));
      List<Message> messages = messages(phone, chat, before, limit).reversed();
      List<Forums.ListedTopic> topics =
          chat.kind().equals("GROUP") ? Forums.listed(world, number(chat)) : List.of();
      return new Open(chat, pinned(phone, chat), messages, topics);
    });
  }

  private @Nullable Message pinned(PhoneNumber phone, Chat chat) {
    if (!chat.id().startsWith("channel-")) {
      return null;
    }
    Channel channel = world.channels().find(number(chat)).orElseThrow();
    long me = Numbers.person(world, phone).id();
    return world.channels().pinned(channel.id()).reversed().stream()
        .findFirst()
        .flatMap(number -> world.channels().post(channel.id(), number))
        .map(post -> message(post, channel, me))
        .orElse(null);
  }

  private static long number(Chat chat) {
    return Long.parseLong(chat.id().substring(chat.id().indexOf('-') + 1));
  }

  private Chat find(PhoneNumber phone, String id) {
    return list(phone).stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> HttpProblem.notFound("There is no such chat on this phone."));
  }

  /// Newest first.
  private List<Message> messages(PhoneNumber phone, Chat chat, int before, int limit) {
    if (chat.kind().equals("SMS")) {
      return world.mailboxes().sms(phone).reversed().stream()
          .filter(p -> before == 0 || p.number() < before)
          .limit(limit)
          .map(p -> message(p, null, 0))
          .toList();
    }
    Person me = Numbers.person(world, phone);
    long id = number(chat);
    if (chat.id().startsWith("person-")) {
      return world.mailboxes().history(me.id(), id, before, limit).stream()
          .map(this::message)
          .toList();
    }
    Channel channel = world.channels().find(id).orElseThrow();
    return world.channels().history(id, before, limit).stream()
        .map(p -> message(p, channel, me.id()))
        .toList();
  }

  /// The owner has looked at the chat on the phone.
  private @Nullable Object read(HttpCall call) {
    PhoneNumber phone = call.phone();
    boolean moved =
        world.look(() -> {
          Chat chat = find(phone, call.variable("chat"));
          if (chat.kind().equals("SMS")) {
            return false;
          }
          long me = Numbers.person(world, phone).id();
          long id = number(chat);
          return chat.id().startsWith("person-")
              ? world.mailboxes().read(me, id, 0)
              : world.channels().member(id, me).map(m -> world.channels().read(m, 0)).orElse(false);
        });
    if (moved) {
      changes.mark();
    }
    return null;
  }
}
