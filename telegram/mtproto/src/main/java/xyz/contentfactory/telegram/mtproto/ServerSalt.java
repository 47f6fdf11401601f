package xyz.contentfactory.telegram.mtproto;

import java.time.Instant;

/// A number of the server's that each packet of ours must carry, for a time. Not printed.
public record ServerSalt(long value, Instant validSince, Instant validUntil) {
  public ServerSalt {
    if (validUntil.isBefore(validSince)) {
      throw new IllegalArgumentException("a salt ends after it begins");
    }
  }

  public boolean isValidAt(Instant serverTime) {
    return !serverTime.isBefore(validSince) && serverTime.isBefore(validUntil);
  }

  @Override
  public String toString() {
    return "ServerSalt[" + validSince + " to " + validUntil + "]";
  }
}
