package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Attachment;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.ChannelEvent;
import xyz.contentfactory.telegram.sandbox.world.FormattedText;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.TextEntity;

/// Changing posts of channels and groups: edit, delete, pin. Private messages stay as they are.
final class EditMethods {
  /// Would change what is asked for, and the sandbox does not do it: better refused than ignored.
  private static final List<String> NOT_HAD =
      List.of("media", "schedule_date", "quick_reply_shortcut_id", "rich_message");

  private static final int MOST_AT_ONCE = 100;

  private EditMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("messages.editMessage", EditMethods::edit);
    methods.put("channels.deleteMessages", EditMethods::delete);
    methods.put("messages.updatePinnedMessage", EditMethods::pin);
  }

  private static TlValue edit(Call call) {
    TlValue query = call.query();
    if (NOT_HAD.stream().anyMatch(query::has)) {
      throw Refusal.bad("INPUT_REQUEST_INVALID");
    }
    Peers peers = Peers.of(call);
    Channel channel = channel(call, peers);
    List<TextEntity> entities = Entities.read(query.objects("entities"), peers);
    FormattedText text =
        hasFile(call, channel)
            ? FormattedText.caption(query.text("message"), entities)
            : FormattedText.checked(query.text("message"), entities);
    Attachment before = attachment(call, channel);
    Attachment after = before.with(InputMedia.buttons(call, query.object("reply_markup")));
    int number = query.integer("id");
    boolean buttonsChange = !after.equals(before);
    ChannelEvent event =
        call.world().editing().edit(call.me(), channel, number, text, buttonsChange, call.now());
    if (buttonsChange) {
      Post post = call.world().channels().post(channel.id(), number).orElseThrow();
      call.world().files().attach(post, after);
    }
    return answer(call, event);
  }

  private static boolean hasFile(Call call, Channel channel) {
    return attachment(call, channel).fileId() != null;
  }

  /// What hangs at the post. An edit that names no buttons takes them away, as at Telegram.
  private static Attachment attachment(Call call, Channel channel) {
    return call.world()
        .channels()
        .post(channel.id(), call.query().integer("id"))
        .map(call.world().files()::of)
        .orElse(Attachment.NONE);
  }

  private static TlValue pin(Call call) {
    Channel channel = channel(call, Peers.of(call));
    int number = call.query().integer("id");
    boolean pinned = !call.query().flag("unpin");
    return answer(call, call.world().editing().pin(call.me(), channel, number, pinned));
  }

  private static TlValue delete(Call call) {
    Channel channel = Peers.of(call).channel(call.required("channel"));
    List<Integer> numbers = call.query().integers("id");
    if (numbers.size() > MOST_AT_ONCE) {
      throw Refusal.bad("INPUT_REQUEST_INVALID");
    }
    ChannelEvent event = call.world().editing().delete(call.me(), channel, numbers);
    return TlValue.of(
        "messages.affectedMessages", "pts", event.pts(), "pts_count", event.ptsCount());
  }

  private static Channel channel(Call call, Peers peers) {
    if (peers.peer(call.required("peer")) instanceof Found.OneChannel(Channel channel)) {
      return channel;
    }
    throw Refusal.bad("INPUT_REQUEST_INVALID");
  }

  private static TlValue answer(Call call, ChannelEvent event) {
    return call.views().update(event);
  }
}
