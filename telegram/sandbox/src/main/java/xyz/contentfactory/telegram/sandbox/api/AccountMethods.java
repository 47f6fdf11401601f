package xyz.contentfactory.telegram.sandbox.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.DhGroup;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.CloudPassword;
import xyz.contentfactory.telegram.sandbox.world.CloudPasswords;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `account.*`: the cloud password.
final class AccountMethods {

  private static final String ALGORITHM =
      "passwordKdfAlgoSHA256SHA256PBKDF2HMACSHA512iter100000SHA256ModPow";
  private static final int VERIFIER_BYTES = 256;

  private AccountMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("account.getPassword", AccountMethods::password);
    methods.put("account.updatePasswordSettings", AccountMethods::update);
    methods.put("account.updateStatus", AccountMethods::status);
  }

  /// Somebody logged in, or somebody who only owes the password.
  private static Person halfWayIn(Call call) {
    @Nullable Long owing = call.bearer().passwordOf();
    return owing == null ? call.me() : call.world().people().get(owing);
  }

  private static TlValue password(Call call) {
    Person person = halfWayIn(call);
    CloudPasswords passwords = call.world().cloudPasswords();
    CloudPassword password = person.cloudPassword();
    CloudPasswords.@Nullable Challenge challenge =
        password == null ? null : passwords.challenge(person, password);
    return TlValue.of(
        "account.password",
        "has_password",
        password != null,
        "current_algo",
        password == null ? null : algorithm(passwords.group(), password.salt1(), password.salt2()),
        "srp_B",
        challenge == null ? null : challenge.serverNumber(),
        "srp_id",
        challenge == null ? null : challenge.srpId(),
        "hint",
        password == null || password.hint().isEmpty() ? null : password.hint(),
        "new_algo",
        algorithm(passwords.group(), passwords.newSalt1(), passwords.newSalt2()),
        "new_secure_algo",
        TlValue.of("securePasswordKdfAlgoPBKDF2HMACSHA512iter100000", "salt", passwords.newSalt1()),
        "secure_random",
        passwords.secureRandom());
  }

  private static TlValue algorithm(DhGroup group, byte[] salt1, byte[] salt2) {
    byte[] prime = group.prime().toByteArray();
    return TlValue.of(
        ALGORITHM,
        "salt1",
        salt1,
        "salt2",
        salt2,
        "g",
        group.generator().intValueExact(),
        "p",
        java.util.Arrays.copyOfRange(prime, prime.length - VERIFIER_BYTES, prime.length));
  }

  private static boolean update(Call call) {
    Person person = call.me();
    CloudPassword old = person.cloudPassword();
    if (old != null) {
      AuthMethods.proven(call, person, old, call.required("password"));
    }
    TlValue wanted = call.required("new_settings");
    if (wanted.has("new_password_hash")) {
      call.world().people().setCloudPassword(person, read(wanted));
    }
    return true;
  }

  /// An empty hash takes the password away.
  private static @Nullable CloudPassword read(TlValue wanted) {
    byte[] verifier = wanted.bytes("new_password_hash");
    TlValue algorithm = wanted.object("new_algo");
    if (verifier.length == 0) {
      return null;
    }
    if (algorithm == null || !algorithm.is(ALGORITHM) || verifier.length != VERIFIER_BYTES) {
      throw Refusal.bad("NEW_SETTINGS_INVALID");
    }
    return new CloudPassword(
        algorithm.bytes("salt1"), algorithm.bytes("salt2"), verifier, wanted.text("hint"));
  }

  /// Nobody's presence is shown in the sandbox, so there is nothing to do.
  private static boolean status(Call call) {
    call.me();
    return true;
  }
}
