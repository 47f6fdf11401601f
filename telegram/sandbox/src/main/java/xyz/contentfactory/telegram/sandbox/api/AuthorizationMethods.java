package xyz.contentfactory.telegram.sandbox.api;

import java.util.Map;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `auth.*` of other data centres and of temporary keys.
final class AuthorizationMethods {

  private AuthorizationMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("auth.exportAuthorization", AuthorizationMethods::export);
    methods.put("auth.importAuthorization", AuthorizationMethods::imported);
    methods.put("auth.bindTempAuthKey", AuthorizationMethods::bind);
    methods.put("auth.dropTempAuthKeys", AuthorizationMethods::drop);
  }

  private static TlValue export(Call call) {
    Person person = call.anywhere();
    int target = call.query().integer("dc_id");
    if (target == call.dc() || call.addresses().stream().noneMatch(a -> a.id() == target)) {
      throw Refusal.bad("DC_ID_INVALID");
    }
    return TlValue.of(
        "auth.exportedAuthorization",
        "id",
        person.id(),
        "bytes",
        call.world().transfers().export(person.id(), target, call.now()));
  }

  private static TlValue imported(Call call) {
    long id = call.query().number("id");
    byte[] token = call.query().bytes("bytes");
    if (!call.world().transfers().take(id, call.dc(), token, call.now())) {
      throw Refusal.bad("AUTH_BYTES_INVALID");
    }
    call.world().keys().logIn(call.key(), id);
    return AuthMethods.authorization(call, call.world().people().get(id));
  }

  private static boolean bind(Call call) {
    TlValue query = call.query();
    KnownKey permanent =
        call.world()
            .keys()
            .find(call.dc(), query.number("perm_auth_key_id"), call.now())
            .filter(k -> !k.temporary())
            .orElseThrow(() -> Refusal.bad("ENCRYPTED_MESSAGE_INVALID"));
    BindMessage message =
        BindMessage.open(query.bytes("encrypted_message"), permanent)
            .filter(m -> m.nonce() == query.number("nonce"))
            .filter(m -> m.temporaryKeyId() == call.key().id())
            .filter(m -> m.permanentKeyId() == permanent.id())
            .orElseThrow(() -> Refusal.bad("ENCRYPTED_MESSAGE_INVALID"));
    if (!call.key().temporary() || message.expiresSeconds() <= call.now()) {
      throw Refusal.bad("TEMP_AUTH_KEY_EMPTY");
    }
    call.world().keys().bind(call.key(), permanent.id());
    return true;
  }

  private static boolean drop(Call call) {
    call.world().keys().dropTemporary(call.bearer(), call.query().list("except_auth_keys"));
    return true;
  }
}
