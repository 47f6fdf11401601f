package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.FormattedText;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.Writing.SentLetter;
import xyz.contentfactory.telegram.sandbox.world.Writing.SentPost;

/// `messages.sendMessage`: once for each random_id, whatever is repeated.
final class SendMethods {

  /// Would change what is sent, and the sandbox does not do it: better refused than ignored.
  private static final List<String> NOT_HAD =
      List.of("reply_to", "reply_markup", "schedule_date", "send_as", "quick_reply_shortcut");

  private SendMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("messages.sendMessage", SendMethods::send);
    methods.put("messages.setTyping", SendMethods::typing);
  }

  private static TlValue send(Call call) {
    TlValue query = call.query();
    Peers peers = Peers.of(call);
    if (NOT_HAD.stream().anyMatch(query::has)) {
      throw Refusal.bad("INPUT_REQUEST_INVALID");
    }
    FormattedText text =
        FormattedText.checked(
            query.text("message"), Entities.read(query.objects("entities"), peers));
    return switch (peers.peer(call.required("peer"))) {
      case Found.OneChannel(Channel channel) -> toChannel(call, channel, text);
      case Found.OnePerson(Person person) -> toPerson(call, person, text);
    };
  }

  private static TlValue toChannel(Call call, Channel channel, FormattedText text) {
    long randomId = call.query().number("random_id");
    SentPost sent =
        call.world()
            .writing()
            .toChannel(call.me(), channel, text, randomId, call.query().flag("silent"), call.now());
    Views views = call.views();
    Post post = sent.post();
    TlValue named = TlValue.of("updateMessageID", "id", post.number(), "random_id", randomId);
    TlValue stands = views.newMessage(post, channel, sent.repeated() ? 0 : 1);
    return views.updates(
        sent.repeated() ? List.of(named, stands) : List.of(named, readUpTo(post), stands),
        views.channels(List.of(channel)),
        views.users(Views.senders(channel, List.of(post))));
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

  private static TlValue toPerson(Call call, Person person, FormattedText text) {
    long randomId = call.query().number("random_id");
    SentLetter sent =
        call.world().writing().toPerson(call.me(), person, text, randomId, call.now());
    Views views = call.views();
    Letter letter = sent.letter();
    return views.updates(
        List.of(
            TlValue.of("updateMessageID", "id", letter.number(), "random_id", randomId),
            views.newMessage(letter, sent.repeated() ? 0 : 1)),
        List.of(),
        views.users(Views.named(List.of(letter))));
  }

  /// Nobody is shown who types in the sandbox; the peer must be right all the same.
  private static boolean typing(Call call) {
    Peers.of(call).peer(call.required("peer"));
    return true;
  }
}
