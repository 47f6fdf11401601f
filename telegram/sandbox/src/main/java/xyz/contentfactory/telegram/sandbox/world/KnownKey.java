package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// An auth key of one data centre and what hangs on it.
///
/// @param layer what the client said last in `invokeWithLayer`, 0 before it did
/// @param personId who is logged in, or null
/// @param passwordOf who has given the right code and still owes the cloud password, or null
/// @param expiresSeconds of a temporary key, 0 of a permanent one
/// @param boundTo the permanent key of a bound temporary one, or null
@SuppressWarnings("ArrayRecordComponent") // stored or sent as it is, never compared
public record KnownKey(
    int dc,
    long id,
    byte[] key,
    int createdSeconds,
    int layer,
    @Nullable Long personId,
    @Nullable Long passwordOf,
    String device,
    int expiresSeconds,
    @Nullable Long boundTo) {

  public boolean temporary() {
    return expiresSeconds != 0;
  }

  public KnownKey speaking(int newLayer, String newDevice) {
    return new KnownKey(
        dc,
        id,
        key,
        createdSeconds,
        newLayer,
        personId,
        passwordOf,
        newDevice,
        expiresSeconds,
        boundTo);
  }

  KnownKey of(@Nullable Long person, @Nullable Long owesPassword) {
    return new KnownKey(
        dc, id, key, createdSeconds, layer, person, owesPassword, device, expiresSeconds, boundTo);
  }

  KnownKey bound(@Nullable Long permanent) {
    return new KnownKey(
        dc,
        id,
        key,
        createdSeconds,
        layer,
        personId,
        passwordOf,
        device,
        expiresSeconds,
        permanent);
  }

  /// Only the id; the key is a secret.
  @Override
  public String toString() {
    return "KnownKey " + Long.toHexString(id);
  }
}
