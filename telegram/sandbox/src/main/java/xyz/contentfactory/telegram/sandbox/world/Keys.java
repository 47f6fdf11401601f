package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The auth keys of all data centres. Call only inside [World#change].
public final class Keys {

  private final Table<KnownKey> keys;

  Keys(WorldStore store) {
    keys = store.table("keys", KnownKey.class);
  }

  public void keep(KnownKey key) {
    keys.put(name(key.dc(), key.id()), key);
  }

  public Optional<KnownKey> find(int dc, long id, int now) {
    return Optional.ofNullable(keys.get(name(dc, id))).filter(k -> k.isAlive(now));
  }

  public Stream<KnownKey> all() {
    return keys.all();
  }

  /// The permanent keys that this person is logged in with, or owes a password for.
  public Stream<KnownKey> of(long personId) {
    return keys.all()
        .filter(key -> !key.temporary())
        .filter(key -> Long.valueOf(personId).equals(key.personId()));
  }

  /// The key that a login hangs on: the permanent one when this is bound to it.
  public KnownKey bearer(KnownKey key) {
    @Nullable Long permanent = key.boundTo();
    KnownKey found = permanent == null ? null : keys.get(name(key.dc(), permanent));
    return found == null ? key : found;
  }

  /// The key with the login it bears.
  public KnownKey withLogin(KnownKey key) {
    KnownKey bearer = bearer(key);
    return key.of(bearer.personId(), bearer.passwordOf());
  }

  public void bind(KnownKey temporary, long permanent) {
    keep(temporary.bound(permanent));
  }

  public void logIn(KnownKey key, long personId) {
    keep(bearer(key).of(personId, null));
  }

  public void awaitPassword(KnownKey key, long personId) {
    keep(bearer(key).of(null, personId));
  }

  /// The key was used from two places at once; nobody may use it any more.
  public void kill(KnownKey key) {
    keep(bearer(key).dead());
  }

  public void logOut(KnownKey key) {
    keep(bearer(key).of(null, null));
  }

  /// Takes back the temporary keys of a permanent one, but for some.
  public void dropTemporary(KnownKey permanent, List<?> except) {
    under(permanent.dc())
        .filter(k -> k.temporary() && !except.contains(k.id()))
        .filter(k -> Long.valueOf(permanent.id()).equals(k.boundTo()))
        .toList()
        .forEach(k -> keys.remove(name(k.dc(), k.id())));
  }

  /// Lets go of keys that nobody will use again.
  void sweep(int now) {
    keys.all().filter(k -> k.isAbandoned(now)).toList().forEach(k -> forget(k.dc(), k.id()));
  }

  public void forget(int dc, long id) {
    keys.remove(name(dc, id));
  }

  private Stream<KnownKey> under(int dc) {
    return keys.under(dc + "/");
  }

  private static String name(int dc, long id) {
    return dc + "/" + String.format("%016x", id);
  }
}
