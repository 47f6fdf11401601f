package xyz.contentfactory.telegram.sandbox.world;

import java.math.BigInteger;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPrivateKey;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;

/// What makes this sandbox itself: its RSA key and the secret behind its access hashes. Made once.
public final class Identity {

  private static final int SECRET_BYTES = 32;

  @SuppressWarnings("ArrayRecordComponent") // stored or sent as it is, never compared
  private record Stored(
      BigInteger modulus, BigInteger exponent, BigInteger privateExponent, byte[] secret) {

    @Override
    public String toString() {
      return "Stored identity";
    }
  }

  private final RsaPrivateKey key;
  private final AccessHashes accessHashes;

  private Identity(RsaPrivateKey key, AccessHashes accessHashes) {
    this.key = key;
    this.accessHashes = accessHashes;
  }

  static Identity of(WorldStore store, Entropy entropy) {
    Table<Stored> table = store.table("identity", Stored.class);
    Stored stored = table.get("identity");
    if (stored == null) {
      RsaPrivateKey fresh = RsaPrivateKey.generate(entropy);
      stored =
          new Stored(
              fresh.publicKey().modulus(),
              fresh.publicKey().exponent(),
              fresh.privateExponent(),
              entropy.bytes(SECRET_BYTES));
      table.put("identity", stored);
    }
    return new Identity(
        RsaPrivateKey.of(
            new RsaPublicKey(stored.modulus(), stored.exponent()), stored.privateExponent()),
        new AccessHashes(stored.secret()));
  }

  public RsaPrivateKey key() {
    return key;
  }

  AccessHashes accessHashes() {
    return accessHashes;
  }
}
