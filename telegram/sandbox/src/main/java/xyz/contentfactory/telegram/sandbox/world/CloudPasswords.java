package xyz.contentfactory.telegram.sandbox.world;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import xyz.contentfactory.telegram.crypto.DhGroup;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Srp;

/// The server's side of 2FA. Call [#challenge] and [#check] only inside [World#change]; [#make]
/// costs about half a second of CPU and belongs outside.
public final class CloudPasswords {

  /// Some clients ask twice before they answer, so several challenges stay alive.
  private static final int MOST_CHALLENGES = 512;

  private static final int SALT_BYTES = 32;
  private static final int PUBLIC_SALT_BYTES = 16;

  /// What a client is shown: the name of the challenge and the server's number B.
  @SuppressWarnings("ArrayRecordComponent") // stored or sent as it is, never compared
  public record Challenge(long srpId, byte[] serverNumber) {}

  private record Pending(long personId, BigInteger secret) {
    @Override
    public String toString() {
      return "Pending challenge";
    }
  }

  private final DhGroup group = DhGroup.known();
  private final Entropy entropy;
  private final WrongTries tries;
  private final Map<Long, Pending> pending =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Pending> eldest) {
          return size() > MOST_CHALLENGES;
        }
      };

  CloudPasswords(WorldStore store, Entropy entropy) {
    this.entropy = entropy;
    tries = new WrongTries(store, "passwords.tries");
  }

  public DhGroup group() {
    return group;
  }

  public CloudPassword make(char[] password, String hint) {
    byte[] salt1 = entropy.bytes(PUBLIC_SALT_BYTES + SALT_BYTES);
    byte[] salt2 = entropy.bytes(PUBLIC_SALT_BYTES);
    byte[] verifier = new Srp(group, salt1, salt2).verifier(password);
    return new CloudPassword(salt1, salt2, verifier, hint);
  }

  /// Half of the client's next salt; the client adds its own random bytes.
  public byte[] newSalt1() {
    return entropy.bytes(PUBLIC_SALT_BYTES);
  }

  public byte[] newSalt2() {
    return entropy.bytes(PUBLIC_SALT_BYTES);
  }

  public byte[] secureRandom() {
    return entropy.bytes(256);
  }

  public Challenge challenge(Person person, CloudPassword password) {
    BigInteger secret = group.secret(entropy);
    long srpId = entropy.nextLong() & Long.MAX_VALUE;
    pending.put(srpId, new Pending(person.id(), secret));
    return new Challenge(srpId, srp(password).serverNumber(password.verifier(), secret));
  }

  /// Refuses a wrong password, or a challenge that was used, or was somebody else's.
  public void check(Person person, CloudPassword password, long srpId, Srp.Proof proof, int now) {
    tries.refuseWhileBlocked(person.phone(), now);
    Pending challenge = pending.remove(srpId);
    if (challenge == null || challenge.personId() != person.id()) {
      throw Refusal.bad("SRP_ID_INVALID");
    }
    if (!srp(password).accepts(proof, password.verifier(), challenge.secret())) {
      tries.wrong(person.phone(), now);
      throw Refusal.bad("PASSWORD_HASH_INVALID");
    }
    tries.right(person.phone());
  }

  private Srp srp(CloudPassword password) {
    return new Srp(group, password.salt1(), password.salt2());
  }
}
