package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `channels.getSendAs`: as whom the caller may write somewhere. Nobody here needs premium for it.
final class SendAsMethods {

  /// Before it, plain peers were told.
  private static final int LAYER_OF_SEND_AS_PEER = 146;

  private SendAsMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("channels.getSendAs", SendAsMethods::peers);
  }

  private static TlValue peers(Call call) {
    if (!(Peers.of(call).peer(call.required("peer")) instanceof Found.OneChannel(Channel group))) {
      throw Refusal.bad("PEER_ID_INVALID");
    }
    List<Channel> offered = call.world().voices().of(call.me(), group);
    Stream<TlValue> all =
        Stream.concat(
            Stream.of(Views.peerUser(call.me().id())),
            offered.stream().map(c -> Views.peerChannel(c.id())));
    return TlValue.of(
        "channels.sendAsPeers",
        "peers",
        all.map(peer -> shown(call, peer)).toList(),
        "chats",
        call.views().channels(offered),
        "users",
        List.of(call.views().user(call.me())));
  }

  private static TlValue shown(Call call, TlValue peer) {
    return call.layer() < LAYER_OF_SEND_AS_PEER ? peer : TlValue.of("sendAsPeer", "peer", peer);
  }
}
