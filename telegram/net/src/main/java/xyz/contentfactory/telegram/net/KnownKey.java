package xyz.contentfactory.telegram.net;

import java.time.Duration;
import xyz.contentfactory.telegram.mtproto.AuthKey;

/// What is worth keeping of one data centre: the key, the salt in use, and the server's time minus
/// ours. Salt and clock only save a round trip; the key is the login.
public record KnownKey(AuthKey key, long salt, Duration clockOffset) {
  @Override
  public String toString() {
    return "KnownKey[" + key + "]";
  }
}
