package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Member;

/// `channels.*`: looking at channels and groups.
final class ChannelMethods {

  private static final int MOST_AT_ONCE = 200;

  private ChannelMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("channels.getChannels", ChannelMethods::channels);
    methods.put("channels.getFullChannel", ChannelMethods::full);
  }

  private static TlValue channels(Call call) {
    Peers peers = Peers.of(call);
    List<Channel> found =
        call.query().objects("id").stream().limit(MOST_AT_ONCE).map(peers::channel).toList();
    return TlValue.of("messages.chats", "chats", call.views().channels(found));
  }

  private static TlValue full(Call call) {
    Channel channel = Peers.of(call).channel(call.required("channel"));
    List<Member> members = call.world().channels().members(channel.id());
    Optional<Member> mine =
        members.stream().filter(m -> m.personId() == call.me().id()).findFirst();
    boolean admin =
        mine.map(m -> m.role() == Member.Role.CREATOR || m.role() == Member.Role.ADMIN)
            .orElse(false);
    int last = call.world().channels().lastNumber(channel.id());
    int readUpTo = mine.map(Member::readUpTo).orElse(0);
    TlValue full =
        TlValue.of(
            "channelFull",
            "can_view_participants",
            admin || !channel.broadcast(),
            "can_set_username",
            mine.map(m -> m.role() == Member.Role.CREATOR).orElse(false),
            "id",
            channel.id(),
            "about",
            channel.about(),
            "participants_count",
            call.world().channels().memberCount(channel),
            "admins_count",
            admin ? (int) members.stream().filter(ChannelMethods::isAdmin).count() : null,
            "read_inbox_max_id",
            readUpTo,
            "read_outbox_max_id",
            last,
            "unread_count",
            last - readUpTo,
            "chat_photo",
            TlValue.of("photoEmpty", "id", 0L),
            "notify_settings",
            Views.notifySettings(),
            "bot_info",
            List.of(),
            "default_send_as",
            call.world().voices().isAnonymous(call.me(), channel)
                ? Views.peerChannel(channel.id())
                : null,
            "pts",
            call.world().channels().pts(channel.id()));
    return TlValue.of(
        "messages.chatFull",
        "full_chat",
        full,
        "chats",
        call.views().channels(List.of(channel)),
        "users",
        List.of());
  }

  static boolean isAdmin(Member member) {
    return member.role() == Member.Role.CREATOR || member.role() == Member.Role.ADMIN;
  }
}
