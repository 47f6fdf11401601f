package xyz.contentfactory.telegram.sandbox.world;

import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Hashes;

/// Authorisations on their way from one data centre to another. Call only inside [World#change].
public final class Transfers {

  private static final int TOKEN_BYTES = 128;
  private static final int LIFE_SECONDS = 300;

  @SuppressWarnings("ArrayRecordComponent") // stored or sent as it is, never compared
  private record Transfer(byte[] token, int expiresSeconds) {
    @Override
    public String toString() {
      return "Transfer";
    }
  }

  private final Table<Transfer> transfers;
  private final Entropy entropy;

  Transfers(WorldStore store, Entropy entropy) {
    transfers = store.table("transfers", Transfer.class);
    this.entropy = entropy;
  }

  /// A token for one use; a newer one for the same data centre takes its place.
  public byte[] export(long personId, int dc, int now) {
    byte[] token = entropy.bytes(TOKEN_BYTES);
    transfers.put(Table.key(personId, dc), new Transfer(token, now + LIFE_SECONDS));
    return token;
  }

  public boolean take(long personId, int dc, byte[] token, int now) {
    String key = Table.key(personId, dc);
    Transfer transfer = transfers.get(key);
    boolean right =
        transfer != null
            && now < transfer.expiresSeconds()
            && Hashes.sameBytes(transfer.token(), token);
    if (right) {
      transfers.remove(key);
    }
    return right;
  }
}
