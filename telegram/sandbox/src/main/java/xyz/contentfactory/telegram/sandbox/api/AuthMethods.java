package xyz.contentfactory.telegram.sandbox.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Srp;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.CloudPassword;
import xyz.contentfactory.telegram.sandbox.world.LoginCode;
import xyz.contentfactory.telegram.sandbox.world.LoginCode.Via;
import xyz.contentfactory.telegram.sandbox.world.Logins.Step;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `auth.*` of a login by code and cloud password.
final class AuthMethods {

  private AuthMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("auth.sendCode", AuthMethods::sendCode);
    methods.put("auth.resendCode", AuthMethods::resendCode);
    methods.put("auth.cancelCode", AuthMethods::cancelCode);
    methods.put("auth.signIn", AuthMethods::signIn);
    methods.put("auth.signUp", AuthMethods::signUp);
    methods.put("auth.checkPassword", AuthMethods::checkPassword);
    methods.put("auth.logOut", AuthMethods::logOut);
  }

  private static TlValue sendCode(Call call) {
    if (call.query().integer("api_id") <= 0 || call.query().text("api_hash").isEmpty()) {
      throw Refusal.bad("API_ID_INVALID");
    }
    return sentCode(
        call.world().logins().sendCode(call.phone(), call.dc(), call.key(), call.now()), call);
  }

  private static TlValue resendCode(Call call) {
    return sentCode(
        call.world().logins().resendCode(call.phone(), call.dc(), hash(call), call.now()), call);
  }

  private static boolean cancelCode(Call call) {
    call.world().logins().cancelCode(call.phone(), call.dc(), hash(call), call.now());
    return true;
  }

  private static String hash(Call call) {
    return call.query().text("phone_code_hash");
  }

  private static TlValue sentCode(LoginCode code, Call call) {
    String type =
        switch (code.via()) {
          case APP -> "auth.sentCodeTypeApp";
          case SMS -> "auth.sentCodeTypeSms";
          case CALL -> "auth.sentCodeTypeCall";
        };
    return TlValue.of(
        "auth.sentCode",
        "type",
        TlValue.of(type, "length", code.code().length()),
        "phone_code_hash",
        code.hash(),
        "next_type",
        nextType(code.next()),
        "timeout",
        code.next() == null ? null : code.resendAtSeconds() - call.now());
  }

  private static @Nullable TlValue nextType(@Nullable Via next) {
    return switch (next) {
      case null -> null;
      case APP -> null;
      case SMS -> TlValue.of("auth.codeTypeSms");
      case CALL -> TlValue.of("auth.codeTypeCall");
    };
  }

  private static TlValue signIn(Call call) {
    String typed = call.query().text("phone_code");
    Step step =
        call.world()
            .logins()
            .signIn(call.phone(), call.dc(), hash(call), typed, call.key(), call.now());
    return switch (step) {
      case Step.SignedIn(Person person) -> authorization(call, person);
      case Step.PasswordNeeded _ -> throw new Refusal(401, "SESSION_PASSWORD_NEEDED");
      case Step.NoAccount() -> TlValue.of("auth.authorizationSignUpRequired");
    };
  }

  /// Telegram refuses accounts made by other people's clients with this answer.
  private static TlValue signUp(Call call) {
    throw new Refusal(406, "UPDATE_APP_TO_LOGIN");
  }

  static TlValue authorization(Call call, Person person) {
    return TlValue.of(
        "auth.authorization", "user", new Views(call.world(), person.id()).user(person));
  }

  private static TlValue checkPassword(Call call) {
    Long owing = call.bearer().passwordOf();
    if (owing == null) {
      throw new Refusal(401, "AUTH_KEY_UNREGISTERED");
    }
    Person person = call.world().people().get(owing);
    if (person.cloudPassword() != null) {
      proven(call, person, person.cloudPassword(), call.required("password"));
    }
    call.world().logins().signedIn(person, call.key(), call.now());
    return authorization(call, person);
  }

  /// Refuses unless the proof shows that the client knows the password.
  static void proven(Call call, Person person, CloudPassword password, TlValue proof) {
    if (!proof.is("inputCheckPasswordSRP")) {
      throw Refusal.bad("PASSWORD_HASH_INVALID");
    }
    call.world()
        .cloudPasswords()
        .check(
            person,
            password,
            proof.number("srp_id"),
            new Srp.Proof(proof.bytes("A"), proof.bytes("M1")),
            call.now());
  }

  private static TlValue logOut(Call call) {
    call.anywhere();
    call.world().keys().logOut(call.key());
    return TlValue.of("auth.loggedOut");
  }
}
