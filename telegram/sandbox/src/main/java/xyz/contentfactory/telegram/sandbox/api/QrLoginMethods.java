package xyz.contentfactory.telegram.sandbox.api;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Logins.Step;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.QrToken;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `auth.*` of a login by QR code, see <https://core.telegram.org/api/qr-login>.
final class QrLoginMethods {

  private QrLoginMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("auth.exportLoginToken", QrLoginMethods::export);
    methods.put("auth.importLoginToken", QrLoginMethods::imported);
    methods.put("auth.acceptLoginToken", QrLoginMethods::accept);
  }

  /// Fresh tokens until one is accepted, and then the login.
  private static TlValue export(Call call) {
    if (call.query().integer("api_id") <= 0 || call.query().text("api_hash").isEmpty()) {
      throw Refusal.bad("API_ID_INVALID");
    }
    if (call.bearer().passwordOf() != null) {
      throw passwordNeeded();
    }
    Optional<Person> caller = call.caller();
    if (caller.isPresent()) {
      return success(call, caller.get());
    }
    Optional<QrToken> accepted = call.world().qrTokens().acceptedFor(call.key(), call.now());
    return accepted.isPresent() ? loggedIn(call, accepted.get()) : shown(call);
  }

  private static TlValue shown(Call call) {
    var except = call.query().list("except_ids").stream().map(Long.class::cast).toList();
    QrToken token = call.world().qrTokens().show(call.key(), call.dc(), except, call.now());
    return TlValue.of("auth.loginToken", "expires", token.expiresSeconds(), "token", bytes(token));
  }

  private static TlValue imported(Call call) {
    String token = HexFormat.of().formatHex(call.query().bytes("token"));
    return loggedIn(call, call.world().qrTokens().brought(token, call.now()));
  }

  private static TlValue loggedIn(Call call, QrToken token) {
    Long id = token.personId();
    Person person = id == null ? null : call.world().people().get(id);
    if (person == null || person.banned()) {
      throw Refusal.bad("AUTH_TOKEN_INVALID");
    }
    if (person.dc() != call.dc()) {
      return TlValue.of("auth.loginTokenMigrateTo", "dc_id", person.dc(), "token", bytes(token));
    }
    call.world().qrTokens().use(token);
    Step step = call.world().logins().letIn(person, call.key(), call.now());
    if (step instanceof Step.PasswordNeeded) {
      throw passwordNeeded();
    }
    return success(call, person);
  }

  private static TlValue success(Call call, Person person) {
    return TlValue.of(
        "auth.loginTokenSuccess", "authorization", AuthMethods.authorization(call, person));
  }

  private static TlValue accept(Call call) {
    Person me = call.me();
    String token = HexFormat.of().formatHex(call.query().bytes("token"));
    QrToken accepted = call.world().qrTokens().accept(token, me, call.now());
    KnownKey device =
        call.world()
            .keys()
            .find(accepted.dc(), accepted.keyId(), call.now())
            .orElseThrow(() -> Refusal.bad("AUTH_TOKEN_INVALID"));
    return DeviceMethods.device(device, call);
  }

  private static byte[] bytes(QrToken token) {
    return HexFormat.of().parseHex(token.token());
  }

  private static Refusal passwordNeeded() {
    return new Refusal(401, "SESSION_PASSWORD_NEEDED");
  }
}
