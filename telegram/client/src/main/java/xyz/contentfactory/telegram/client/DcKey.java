package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is kept of one data centre: the key, the salt seen last, and how far its clock is from
/// ours.
final class DcKey {
  static final int KEY_LENGTH = 256;

  private final byte[] authKey;
  private final long salt;
  private final Duration clockOffset;

  DcKey(byte[] authKey, long salt, Duration clockOffset) {
    if (authKey.length != KEY_LENGTH) {
      throw new IllegalArgumentException("an auth key has 256 bytes");
    }
    this.authKey = authKey.clone();
    this.salt = salt;
    this.clockOffset = clockOffset;
  }

  byte[] authKey() {
    return authKey.clone();
  }

  long salt() {
    return salt;
  }

  Duration clockOffset() {
    return clockOffset;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DcKey that
        && Arrays.equals(authKey, that.authKey)
        && salt == that.salt
        && clockOffset.equals(that.clockOffset);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(authKey);
  }

  @Override
  public String toString() {
    return "DcKey[hidden]";
  }
}
