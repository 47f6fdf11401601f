package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.KnownKey;

/// Everything a client needs to go on where it stopped: home data centre, user, and a key for each
/// data centre it has met. **Secret**: whoever has it is logged in. Immutable.
public final class StoredLogin {
  private final int homeDc;
  private final long userId;
  private final Map<Integer, KnownKey> keys;

  StoredLogin(int homeDc, long userId, Map<Integer, KnownKey> keys) {
    this.homeDc = homeDc;
    this.userId = userId;
    this.keys = Map.copyOf(keys);
  }

  /// Reads what [#toBytes()] wrote.
  ///
  /// @throws UnreadableLogin when the bytes are something else, damaged, or of a newer version
  public static StoredLogin fromBytes(byte[] bytes) {
    return StoredLoginFormat.read(bytes);
  }

  /// Versioned and checksummed; to be kept encrypted.
  public byte[] toBytes() {
    return StoredLoginFormat.write(this);
  }

  /// Number of the data centre that the account lives on, as far as known.
  public int homeDc() {
    return homeDc;
  }

  /// Telegram's id of the person logged in; null while nobody is.
  public @Nullable Long userId() {
    return userId == 0 ? null : userId;
  }

  /// Somebody is logged in (as far as known: Telegram may have ended it meanwhile).
  public boolean signedIn() {
    return userId != 0;
  }

  /// The id of the home key, which travels in clear with every packet; null while there is none.
  public @Nullable Long homeKeyId() {
    var home = keys.get(homeDc);
    return home == null ? null : home.key().id();
  }

  /// Telegram's time minus this machine's, as last found out with the home key; null without one.
  public @Nullable Duration clockOffset() {
    var home = keys.get(homeDc);
    return home == null ? null : home.clockOffset();
  }

  Map<Integer, KnownKey> keys() {
    return keys;
  }

  @Nullable KnownKey key(int dc) {
    return keys.get(dc);
  }

  StoredLogin withHome(int dc) {
    return new StoredLogin(dc, userId, keys);
  }

  StoredLogin withUser(long id) {
    return new StoredLogin(homeDc, id, keys);
  }

  /// Nobody is logged in any more; the keys stay good for another login.
  StoredLogin withoutUser() {
    return new StoredLogin(homeDc, 0, keys);
  }

  StoredLogin withKey(int dc, KnownKey key) {
    var changed = new TreeMap<>(keys);
    changed.put(dc, key);
    return new StoredLogin(homeDc, userId, changed);
  }

  /// A key just made; nobody is logged in with it, whoever was with the home key before.
  StoredLogin withNewKey(int dc, KnownKey key) {
    var replaced = keys.containsKey(dc) ? withoutKey(dc) : this;
    return replaced.withKey(dc, key);
  }

  /// The key is dead, and with the home key the user's login.
  StoredLogin withoutKey(int dc) {
    var changed = new TreeMap<>(keys);
    changed.remove(dc);
    return new StoredLogin(homeDc, dc == homeDc ? 0 : userId, changed);
  }

  static StoredLogin empty(int homeDc) {
    return new StoredLogin(homeDc, 0, Map.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredLogin that
        && homeDc == that.homeDc
        && userId == that.userId
        && keys.equals(that.keys);
  }

  @Override
  public int hashCode() {
    return 31 * homeDc + Long.hashCode(userId);
  }

  @Override
  public String toString() {
    return "StoredLogin[DC " + homeDc + ", " + (signedIn() ? "signed in" : "nobody") + "]";
  }
}
