package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `account.*` of the devices that a person is logged in on.
final class DeviceMethods {

  private DeviceMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("account.getAuthorizations", DeviceMethods::all);
    methods.put("account.resetAuthorization", DeviceMethods::end);
    methods.put("auth.resetAuthorizations", DeviceMethods::endOthers);
  }

  private static TlValue all(Call call) {
    List<TlValue> devices = of(call, call.me()).map(key -> device(key, call)).toList();
    return TlValue.of(
        "account.authorizations", "authorization_ttl_days", 183, "authorizations", devices);
  }

  /// The permanent keys at home: those of other data centres belong to one of these.
  private static Stream<KnownKey> of(Call call, Person person) {
    return call.world().keys().of(person.id()).filter(key -> key.dc() == person.dc());
  }

  /// As Telegram writes it; the hash of the device that asks is 0.
  static TlValue device(KnownKey key, Call call) {
    boolean current = key.id() == call.bearer().id() && key.dc() == call.dc();
    String[] names = key.device().split(", ", 2);
    return TlValue.of(
        "authorization",
        "current",
        current,
        "password_pending",
        key.passwordOf() != null,
        "hash",
        current ? 0 : key.id(),
        "device_model",
        names[0],
        "platform",
        "Desktop",
        "system_version",
        "",
        "api_id",
        1,
        "app_name",
        "Sandbox client",
        "app_version",
        names.length > 1 ? names[1] : "",
        "date_created",
        key.issue().createdSeconds(),
        "date_active",
        key.lastHeardSeconds(),
        "ip",
        "127.0.0.1",
        "country",
        "Sandbox",
        "region",
        "");
  }

  private static boolean end(Call call) {
    long hash = call.query().number("hash");
    KnownKey ended =
        of(call, call.me())
            .filter(key -> key.id() == hash && key.id() != call.bearer().id())
            .findFirst()
            .orElseThrow(() -> Refusal.bad("HASH_INVALID"));
    call.world().keys().logOut(ended);
    return true;
  }

  private static boolean endOthers(Call call) {
    of(call, call.me())
        .filter(key -> key.id() != call.bearer().id())
        .toList()
        .forEach(call.world().keys()::logOut);
    return true;
  }
}
