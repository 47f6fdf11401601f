package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// An auth key of one data centre and what hangs on it.
///
/// @param layer what the client said last in `invokeWithLayer`, 0 before it did
/// @param personId who is logged in, or null
/// @param passwordOf who has given the right code and still owes the cloud password, or null
/// @param boundTo the permanent key of a bound temporary one, or null
/// @param activeSeconds when it was last heard, to the minute; null before that
/// @param duplicated it was used from two places at once and is dead
public record KnownKey(
    int dc,
    long id,
    Issue issue,
    int layer,
    String device,
    @Nullable Long personId,
    @Nullable Long passwordOf,
    @Nullable Long boundTo,
    @Nullable Integer activeSeconds,
    @Nullable Boolean duplicated) {

  private static final int ABANDONED_AFTER_SECONDS = 86_400;

  /// How the key was made.
  ///
  /// @param expiresSeconds of a temporary key, 0 of a permanent one
  /// @param firstSalt the salt both sides had from the key exchange
  @SuppressWarnings("ArrayRecordComponent") // stored or sent as it is, never compared
  public record Issue(byte[] key, int createdSeconds, int expiresSeconds, long firstSalt) {
    @Override
    public String toString() {
      return "Issue";
    }
  }

  public static KnownKey issued(int dc, long id, Issue issue) {
    return new KnownKey(dc, id, issue, 0, "", null, null, null, null, null);
  }

  public boolean temporary() {
    return issue.expiresSeconds() != 0;
  }

  public boolean isAlive(int now) {
    return !temporary() || now < issue.expiresSeconds();
  }

  /// A key that nobody ever logged in with, of a day ago or longer: whoever made it is gone.
  boolean isAbandoned(int now) {
    return !isAlive(now)
        || (!temporary()
            && personId == null
            && now - issue.createdSeconds() > ABANDONED_AFTER_SECONDS);
  }

  public KnownKey speaking(int newLayer, String newDevice) {
    return new KnownKey(
        dc,
        id,
        issue,
        newLayer,
        newDevice,
        personId,
        passwordOf,
        boundTo,
        activeSeconds,
        duplicated);
  }

  /// With the login of another key.
  KnownKey of(@Nullable Long person, @Nullable Long owesPassword) {
    return new KnownKey(
        dc, id, issue, layer, device, person, owesPassword, boundTo, activeSeconds, duplicated);
  }

  KnownKey bound(long permanent) {
    return new KnownKey(
        dc, id, issue, layer, device, personId, passwordOf, permanent, activeSeconds, duplicated);
  }

  public KnownKey heard(int now) {
    return new KnownKey(
        dc, id, issue, layer, device, personId, passwordOf, boundTo, now, duplicated);
  }

  KnownKey dead() {
    return new KnownKey(dc, id, issue, layer, device, null, null, boundTo, activeSeconds, true);
  }

  public boolean isDead() {
    return Boolean.TRUE.equals(duplicated);
  }

  public int lastHeardSeconds() {
    return activeSeconds == null ? issue.createdSeconds() : activeSeconds;
  }

  /// Only the id; the key is a secret.
  @Override
  public String toString() {
    return "KnownKey " + Long.toHexString(id);
  }
}
