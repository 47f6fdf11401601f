package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `users.*` and `contacts.*`.
final class UserMethods {

  private UserMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("users.getUsers", UserMethods::users);
    methods.put("users.getFullUser", UserMethods::fullUser);
    methods.put("contacts.resolveUsername", UserMethods::resolve);
    methods.put("contacts.getContacts", UserMethods::contacts);
  }

  private static List<TlValue> users(Call call) {
    Peers peers = Peers.of(call);
    Views views = call.views();
    return call.query().objects("id").stream().map(peers::person).map(views::user).toList();
  }

  private static TlValue fullUser(Call call) {
    Person person = Peers.of(call).person(call.required("id"));
    TlValue full =
        TlValue.of(
            "userFull",
            "id",
            person.id(),
            "settings",
            TlValue.of("peerSettings"),
            "notify_settings",
            Views.notifySettings(),
            "common_chats_count",
            0);
    return TlValue.of(
        "users.userFull",
        "full_user",
        full,
        "chats",
        List.of(),
        "users",
        List.of(call.views().user(person)));
  }

  private static TlValue resolve(Call call) {
    String name = call.query().text("username");
    Views views = call.views();
    if (name.length() > 32) {
      throw Refusal.bad("USERNAME_INVALID");
    }
    return call.world()
        .people()
        .named(name)
        .map(p -> resolved(Views.peerUser(p.id()), List.of(), List.of(views.user(p))))
        .or(() -> call.world().channels().named(name).map(c -> resolved(c, views)))
        .orElseThrow(() -> Refusal.bad("USERNAME_NOT_OCCUPIED"));
  }

  private static TlValue resolved(Channel channel, Views views) {
    return resolved(Views.peerChannel(channel.id()), List.of(views.channel(channel)), List.of());
  }

  private static TlValue resolved(TlValue peer, List<TlValue> chats, List<TlValue> users) {
    return TlValue.of("contacts.resolvedPeer", "peer", peer, "chats", chats, "users", users);
  }

  /// Nobody in the sandbox has an address book.
  private static TlValue contacts(Call call) {
    call.me();
    return TlValue.of(
        "contacts.contacts", "contacts", List.of(), "saved_count", 0, "users", List.of());
  }
}
