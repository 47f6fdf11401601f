package xyz.contentfactory.telegram.sandbox.world;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.world.LoginCode.Via;

/// Logging in by code. Call only inside [World#change].
public final class Logins {

  /// What a right code leads to.
  public sealed interface Step {
    record SignedIn(Person person) implements Step {}

    record PasswordNeeded(Person person) implements Step {}

    /// The number has no account; the sandbox makes accounts on its own page, not by `signUp`.
    record NoAccount() implements Step {}
  }

  private final People people;
  private final LoginCodes codes;
  private final Mailboxes mailboxes;
  private final Writing writing;
  private final Keys keys;
  private final Entropy entropy;

  Logins(
      People people,
      LoginCodes codes,
      Mailboxes mailboxes,
      Writing writing,
      Keys keys,
      Entropy entropy) {
    this.people = people;
    this.codes = codes;
    this.mailboxes = mailboxes;
    this.writing = writing;
    this.keys = keys;
    this.entropy = entropy;
  }

  public LoginCode sendCode(PhoneNumber phone, int dc, KnownKey key, int now) {
    Optional<Person> person = admitted(phone, dc);
    Via via = person.map(p -> Via.valueOf(p.codeDelivery().name())).orElse(Via.SMS);
    String hash = HexFormat.of().formatHex(entropy.bytes(9));
    LoginCode code = codes.send(phone, via, keys.bearer(key).id(), hash, now);
    deliver(phone, person, code, now);
    return code;
  }

  public LoginCode resendCode(PhoneNumber phone, int dc, String hash, int now) {
    Optional<Person> person = admitted(phone, dc);
    LoginCode code = codes.resend(phone, hash, now);
    deliver(phone, person, code, now);
    return code;
  }

  public void cancelCode(PhoneNumber phone, int dc, String hash, int now) {
    admitted(phone, dc);
    codes.cancel(phone, hash, now);
  }

  public Step signIn(PhoneNumber phone, int dc, String hash, String typed, KnownKey key, int now) {
    Optional<Person> found = admitted(phone, dc);
    codes.check(phone, hash, typed, now);
    if (found.isEmpty()) {
      return new Step.NoAccount();
    }
    codes.use(hash);
    return letIn(found.get(), key, now);
  }

  /// After a right code or an accepted QR code.
  public Step letIn(Person person, KnownKey key, int now) {
    if (person.cloudPassword() != null) {
      keys.awaitPassword(key, person.id());
      return new Step.PasswordNeeded(person);
    }
    return signedIn(person, key, now);
  }

  /// After the right cloud password.
  public Step signedIn(Person person, KnownKey key, int now) {
    keys.logIn(key, person.id());
    String text =
        "New login. Dear %s, we detected a login into your account from a new device: %s."
            .formatted(person.firstName(), key.device().isEmpty() ? "unknown" : key.device());
    writing.fromTelegram(
        person,
        new FormattedText(text, List.of(TextEntity.plain("bold", 0, "New login.".length()))),
        now);
    return new Step.SignedIn(person);
  }

  private Optional<Person> admitted(PhoneNumber phone, int dc) {
    if (phone.dc() != dc) {
      throw new Refusal(303, "PHONE_MIGRATE_" + phone.dc());
    }
    Optional<Person> person = people.of(phone);
    if (person.map(Person::banned).orElse(false)) {
      throw Refusal.bad("PHONE_NUMBER_BANNED");
    }
    return person;
  }

  private void deliver(PhoneNumber phone, Optional<Person> person, LoginCode code, int now) {
    if (person.isPresent() && code.via() == Via.APP) {
      writing.fromTelegram(person.get(), letter(code.code()), now);
    } else if (code.via() == Via.CALL) {
      mailboxes.sms(phone, now, "Incoming call: “Your Telegram code is " + code.code() + ".”");
    } else {
      mailboxes.sms(phone, now, "Telegram code " + code.code());
    }
  }

  private static FormattedText letter(String code) {
    String head = "Login code:";
    String text =
        head
            + " "
            + code
            + ". Do not give this code to anyone, even if they say they are from Telegram!\n\n"
            + "This code can be used to log in to your Telegram account. We never ask it for"
            + " anything else.\n\n"
            + "If you didn't request this code by trying to log in on another device, simply"
            + " ignore this message.";
    return new FormattedText(
        text,
        List.of(
            TextEntity.plain("bold", 0, head.length()),
            TextEntity.plain("bold", text.indexOf("not"), 3)));
  }
}
