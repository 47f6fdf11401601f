package xyz.contentfactory.telegram.sandbox.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Attachment;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Draft;
import xyz.contentfactory.telegram.sandbox.world.FormattedText;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;
import xyz.contentfactory.telegram.sandbox.world.Writing.SentLetter;
import xyz.contentfactory.telegram.sandbox.world.Writing.SentPost;

/// `messages.sendMessage`: once for each random_id, whatever is repeated.
final class SendMethods {

  /// Would change what is sent, and the sandbox does not do it: better refused than ignored.
  private static final List<String> NOT_HAD = List.of("schedule_date", "quick_reply_shortcut");

  private SendMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("messages.sendMessage", SendMethods::send);
    methods.put("messages.setTyping", SendMethods::typing);
  }

  private static TlValue send(Call call) {
    TlValue query = call.query();
    refuseWhatIsNotHad(query);
    FormattedText text =
        FormattedText.checked(
            query.text("message"), Entities.read(query.objects("entities"), Peers.of(call)));
    Attachment buttons =
        Attachment.NONE.with(InputMedia.buttons(call, query.object("reply_markup")));
    return deliver(call, List.of(new Outgoing(text, query.number("random_id"), buttons)));
  }

  static void refuseWhatIsNotHad(TlValue query) {
    if (NOT_HAD.stream().anyMatch(query::has)) {
      throw Refusal.bad("INPUT_REQUEST_INVALID");
    }
  }

  /// Sends one message, or an album, to the peer that the query names.
  static TlValue deliver(Call call, List<Outgoing> messages) {
    return switch (Peers.of(call).peer(call.required("peer"))) {
      case Found.OneChannel(Channel channel) -> toChannel(call, channel, messages);
      case Found.OnePerson(Person person) -> toPerson(call, person, messages);
    };
  }

  private static TlValue toChannel(Call call, Channel channel, List<Outgoing> messages) {
    Views views = call.views();
    List<Post> posts = new ArrayList<>();
    List<TlValue> named = new ArrayList<>();
    List<TlValue> stand = new ArrayList<>();
    boolean repeated = false;
    for (Outgoing message : messages) {
      SentPost sent = post(call, channel, message);
      repeated |= sent.repeated();
      posts.add(sent.post());
      named.add(named(sent.post().number(), message));
      stand.add(views.newMessage(sent.post(), channel, sent.repeated() ? 0 : 1));
    }
    if (!repeated) {
      named.add(readUpTo(posts.getLast()));
    }
    named.addAll(stand);
    return views.updates(
        named, views.chats(channel, posts), views.users(Views.senders(channel, posts)));
  }

  private static SentPost post(Call call, Channel channel, Outgoing message) {
    TlValue query = call.query();
    Draft draft =
        new Draft(
            message.text(),
            message.randomId(),
            query.flag("silent"),
            query.flag("noforwards"),
            replyTo(query),
            topic(query),
            sendAs(call));
    SentPost sent = call.world().writing().toChannel(call.me(), channel, draft, call.now());
    if (!sent.repeated() && !message.attachment().equals(Attachment.NONE)) {
      call.world().files().attach(sent.post(), message.attachment());
    }
    return sent;
  }

  private static TlValue named(int number, Outgoing message) {
    return TlValue.of("updateMessageID", "id", number, "random_id", message.randomId());
  }

  /// Before layer 157 the number stood alone; answers to stories, quotes and the like are not had.
  private static @Nullable Integer replyTo(TlValue query) {
    if (query.has("reply_to_msg_id")) {
      return query.integer("reply_to_msg_id");
    }
    TlValue reply = query.object("reply_to");
    if (reply == null) {
      return null;
    }
    if (!reply.is("inputReplyToMessage") || reply.has("quote_text")) {
      throw Refusal.bad("INPUT_REQUEST_INVALID");
    }
    return reply.integer("reply_to_msg_id");
  }

  private static @Nullable Integer topic(TlValue query) {
    TlValue reply = query.object("reply_to");
    TlValue where = reply == null ? query : reply;
    return where.has("top_msg_id") ? where.integer("top_msg_id") : null;
  }

  /// The channel that is named as the author; null for oneself.
  private static @Nullable Long sendAs(Call call) {
    TlValue author = call.query().object("send_as");
    if (author == null) {
      return null;
    }
    try {
      return switch (Peers.of(call).peer(author)) {
        case Found.OnePerson(Person person) when person.id() == call.me().id() -> null;
        case Found.OnePerson _ -> throw Refusal.bad("SEND_AS_PEER_INVALID");
        case Found.OneChannel(Channel channel) -> channel.id();
      };
    } catch (Refusal _) {
      throw Refusal.bad("SEND_AS_PEER_INVALID");
    }
  }

  private static TlValue readUpTo(Post post) {
    return TlValue.of(
        "updateReadChannelInbox",
        "channel_id",
        post.channelId(),
        "max_id",
        post.number(),
        "still_unread_count",
        0,
        "pts",
        post.pts());
  }

  private static TlValue toPerson(Call call, Person person, List<Outgoing> messages) {
    if (replyTo(call.query()) != null || sendAs(call) != null) {
      throw Refusal.bad("INPUT_REQUEST_INVALID");
    }
    Views views = call.views();
    List<Letter> letters = new ArrayList<>();
    List<TlValue> updates = new ArrayList<>();
    for (Outgoing message : messages) {
      SentLetter sent = letter(call, person, message);
      letters.add(sent.letter());
      updates.add(named(sent.letter().number(), message));
      updates.add(views.newMessage(sent.letter(), sent.repeated() ? 0 : 1));
    }
    return views.updates(updates, List.of(), views.users(Views.named(letters)));
  }

  private static SentLetter letter(Call call, Person person, Outgoing message) {
    World world = call.world();
    SentLetter sent =
        world.writing().toPerson(call.me(), person, message.text(), message.randomId(), call.now());
    if (!sent.repeated() && !message.attachment().equals(Attachment.NONE)) {
      world.files().attach(sent.letter(), message.attachment());
      if (person.id() != call.me().id()) {
        int theirs = world.mailboxes().conversation(person.id(), call.me().id()).lastNumber();
        world
            .mailboxes()
            .find(person.id(), theirs)
            .ifPresent(l -> world.files().attach(l, message.attachment()));
      }
    }
    return sent;
  }

  /// Nobody is shown who types in the sandbox; the peer must be right all the same.
  private static boolean typing(Call call) {
    Peers.of(call).peer(call.required("peer"));
    return true;
  }
}
