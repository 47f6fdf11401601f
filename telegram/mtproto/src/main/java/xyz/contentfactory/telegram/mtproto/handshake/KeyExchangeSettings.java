package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.mtproto.DcId;

/// What a client's key exchange needs.
///
/// @param serverKeys the public keys we trust
/// @param temporaryFor the lifetime of a temporary key (PFS); empty for a permanent key
public record KeyExchangeSettings(
    List<RsaPublicKey> serverKeys, DcId dc, Entropy entropy, Optional<Duration> temporaryFor) {
  public KeyExchangeSettings {
    serverKeys = List.copyOf(serverKeys);
    if (serverKeys.isEmpty()) {
      throw new IllegalArgumentException("without a trusted key nobody can be believed");
    }
  }

  /// Settings for a permanent key.
  public static KeyExchangeSettings permanent(
      List<RsaPublicKey> serverKeys, DcId dc, Entropy entropy) {
    return new KeyExchangeSettings(serverKeys, dc, entropy, Optional.empty());
  }
}
