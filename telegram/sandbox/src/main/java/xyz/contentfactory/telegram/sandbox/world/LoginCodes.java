package xyz.contentfactory.telegram.sandbox.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.LoginCode.State;
import xyz.contentfactory.telegram.sandbox.world.LoginCode.Via;

/// Login codes: sent, sent again, checked. Call only inside [World#change].
public final class LoginCodes {

  /// How long a client must wait before it may ask for another way of delivery.
  public static final int RESEND_AFTER_SECONDS = 60;

  private static final int KEPT_SECONDS = 86_400;

  private final Table<LoginCode> byHash;
  private final Table<String> lastHashByPhone;
  private final WrongTries tries;

  LoginCodes(WorldStore store) {
    byHash = store.table("codes", LoginCode.class);
    lastHashByPhone = store.table("codes.last", String.class);
    tries = new WrongTries(store, "codes.tries");
  }

  /// Sends a first code; an older one of the same number stops being valid.
  LoginCode send(PhoneNumber phone, Via via, long authKeyId, String hash, int now) {
    last(phone).ifPresent(old -> keep(old.in(State.CANCELLED)));
    return issue(phone, via, authKeyId, hash, now);
  }

  /// Sends the code by the next way; the hash stays.
  LoginCode resend(PhoneNumber phone, String hash, int now) {
    LoginCode old = open(phone, hash, now);
    Via next = old.next();
    if (next == null) {
      throw new Refusal(406, "SEND_CODE_UNAVAILABLE");
    }
    if (now < old.resendAtSeconds()) {
      throw Refusal.flood(old.resendAtSeconds() - now);
    }
    return issue(phone, next, old.authKeyId(), hash, now);
  }

  private LoginCode issue(PhoneNumber phone, Via via, long keyId, String hash, int now) {
    LoginCode code =
        new LoginCode(
            hash,
            phone.digits(),
            keyId,
            phone.code(),
            via,
            via.next(),
            now,
            now + RESEND_AFTER_SECONDS,
            State.OPEN);
    keep(code);
    lastHashByPhone.put(phone.digits(), hash);
    return code;
  }

  void cancel(PhoneNumber phone, String hash, int now) {
    keep(open(phone, hash, now).in(State.CANCELLED));
  }

  /// Uses the code up, or says why not.
  void check(PhoneNumber phone, String hash, String typed, int now) {
    tries.refuseWhileBlocked(phone.digits(), now);
    LoginCode code = open(phone, hash, now);
    if (!code.code().equals(typed)) {
      tries.wrong(phone.digits(), now);
      throw Refusal.bad(typed.isEmpty() ? "PHONE_CODE_EMPTY" : "PHONE_CODE_INVALID");
    }
    tries.right(phone.digits());
  }

  void use(String hash) {
    LoginCode code = byHash.get(hash);
    if (code != null) {
      keep(code.in(State.USED));
    }
  }

  private LoginCode open(PhoneNumber phone, String hash, int now) {
    if (hash.isEmpty()) {
      throw Refusal.bad("PHONE_CODE_HASH_EMPTY");
    }
    LoginCode code = byHash.get(hash);
    if (code == null || !code.phone().equals(phone.digits()) || !code.isOpen(now)) {
      throw Refusal.bad("PHONE_CODE_EXPIRED");
    }
    return code;
  }

  /// The code last sent to this number, in whatever state it is.
  public Optional<LoginCode> last(PhoneNumber phone) {
    @Nullable String hash = lastHashByPhone.get(phone.digits());
    return hash == null ? Optional.empty() : Optional.ofNullable(byHash.get(hash));
  }

  /// Lets the last code of a number expire now, for tests and demonstrations.
  public void expire(PhoneNumber phone) {
    last(phone).ifPresent(code -> keep(code.in(State.CANCELLED)));
  }

  /// Lets go of codes of a day ago or longer.
  void sweep(int now) {
    byHash
        .all()
        .filter(code -> now - code.sentSeconds() > KEPT_SECONDS)
        .toList()
        .forEach(this::forget);
  }

  private void forget(LoginCode code) {
    byHash.remove(code.hash());
    if (code.hash().equals(lastHashByPhone.get(code.phone()))) {
      lastHashByPhone.remove(code.phone());
    }
  }

  private void keep(LoginCode code) {
    byHash.put(code.hash(), code);
  }
}
