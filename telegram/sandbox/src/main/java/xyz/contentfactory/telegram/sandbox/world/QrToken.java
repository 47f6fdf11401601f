package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token that a device shows as a QR code, so that a device already logged in may let it in.
///
/// @param token in hexadecimal; what stands in the picture is the same in base64url
/// @param keyId the permanent key that asked for it
/// @param exceptIds people that are logged in on that device already
/// @param personId who has let the device in, or null
public record QrToken(
    String token,
    int dc,
    long keyId,
    String device,
    int expiresSeconds,
    List<Long> exceptIds,
    @Nullable Long personId,
    boolean used) {

  /// What Telegram gives a token to be scanned.
  public static final int LIFE_SECONDS = 30;

  public boolean isOpen(int now) {
    return personId == null && !used && now < expiresSeconds;
  }

  boolean isAccepted() {
    return personId != null && !used;
  }

  QrToken acceptedBy(long person) {
    return new QrToken(token, dc, keyId, device, expiresSeconds, exceptIds, person, used);
  }

  QrToken usedUp() {
    return new QrToken(token, dc, keyId, device, expiresSeconds, exceptIds, personId, true);
  }

  /// A token lets somebody in: it is not shown.
  @Override
  public String toString() {
    return "QrToken of data centre " + dc;
  }
}
