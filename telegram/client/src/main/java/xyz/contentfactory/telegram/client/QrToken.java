package xyz.contentfactory.telegram.client;

import java.util.Arrays;
import java.util.Base64;

/// What a QR code of a login says. **Secret** for as long as it is shown: whoever accepts it
/// decides whose login ours becomes.
public final class QrToken {
  private final byte[] bytes;

  QrToken(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// The text of the picture, which Telegram's own apps open, too.
  public String link() {
    return "tg://login?token=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QrToken that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "QrToken[]";
  }
}
