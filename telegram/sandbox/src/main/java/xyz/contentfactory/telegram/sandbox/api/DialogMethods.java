package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.api.Peers.Found;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `messages.*` of the chat list.
final class DialogMethods {

  private static final int MOST_AT_ONCE = 100;

  private DialogMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("messages.getDialogs", DialogMethods::dialogs);
    methods.put("messages.getPinnedDialogs", DialogMethods::pinned);
    methods.put("messages.getPeerDialogs", DialogMethods::some);
  }

  private static Dialogs of(Call call) {
    return new Dialogs(call.world(), call.me());
  }

  private static TlValue dialogs(Call call) {
    Dialogs dialogs = of(call);
    boolean archive = call.query().integer("folder_id") != 0;
    List<Dialogs.Entry> all = archive ? List.of() : dialogs.all();
    int limit = Math.clamp(call.query().integer("limit"), 0, MOST_AT_ONCE);
    List<Dialogs.Entry> page =
        all.stream().skip(skipped(call, all)).limit(limit == 0 ? MOST_AT_ONCE : limit).toList();
    return page.size() == all.size()
        ? dialogs.answer("messages.dialogs", page)
        : dialogs.answer("messages.dialogsSlice", page, "count", all.size());
  }

  /// How many lines stand above the place that the client has reached.
  private static long skipped(Call call, List<Dialogs.Entry> all) {
    long peer = peerId(call.query().object("offset_peer"));
    int date = call.query().integer("offset_date");
    int at =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).peerId() == peer)
            .findFirst()
            .orElse(-1);
    if (at >= 0) {
      return at + 1L;
    }
    return date == 0 ? 0 : all.stream().takeWhile(e -> e.dateSeconds() >= date).count();
  }

  private static long peerId(@Nullable TlValue peer) {
    return switch (peer == null ? "" : peer.name()) {
      case "inputPeerUser" -> peer == null ? 0 : peer.number("user_id");
      case "inputPeerChannel" -> peer == null ? 0 : peer.number("channel_id");
      default -> 0;
    };
  }

  private static TlValue pinned(Call call) {
    return of(call).answer("messages.peerDialogs", List.of(), "state", call.views().state(null));
  }

  private static TlValue some(Call call) {
    Dialogs dialogs = of(call);
    Peers peers = Peers.of(call);
    List<Dialogs.Entry> entries =
        call.query().objects("peers").stream()
            .limit(MOST_AT_ONCE)
            .map(p -> peers.peer(peer(p)))
            .flatMap(found -> dialogs.all().stream().filter(e -> is(e, found)))
            .toList();
    return dialogs.answer("messages.peerDialogs", entries, "state", call.views().state(null));
  }

  private static TlValue peer(TlValue inputDialogPeer) {
    TlValue peer = inputDialogPeer.object("peer");
    if (peer == null) {
      throw Refusal.bad("PEER_ID_INVALID");
    }
    return peer;
  }

  private static boolean is(Dialogs.Entry entry, Found found) {
    return switch (found) {
      case Found.OnePerson(var person) ->
          entry instanceof Dialogs.Entry.WithPerson && entry.peerId() == person.id();
      case Found.OneChannel(var channel) -> entry.peerId() == channel.id();
    };
  }
}
