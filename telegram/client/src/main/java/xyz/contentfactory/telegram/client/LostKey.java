package xyz.contentfactory.telegram.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.KnownKey;

/// The key of a login that the server says it does not know: barred at first, given up when a new
/// login begins. Safe for any thread.
final class LostKey {
  private @Nullable AuthKey lost;
  private boolean givenUp;

  /// The key was refused for good; true for the first who says so.
  synchronized boolean found(@Nullable AuthKey key) {
    if (key == null || Objects.equals(key, lost)) {
      return false;
    }
    lost = key;
    givenUp = false;
    return true;
  }

  synchronized void giveUp() {
    givenUp = true;
  }

  synchronized boolean bars(@Nullable KnownKey stored) {
    return !givenUp && is(stored);
  }

  synchronized boolean isGivenUp(@Nullable KnownKey stored) {
    return givenUp && is(stored);
  }

  private boolean is(@Nullable KnownKey stored) {
    return stored != null && Objects.equals(stored.key(), lost);
  }
}
