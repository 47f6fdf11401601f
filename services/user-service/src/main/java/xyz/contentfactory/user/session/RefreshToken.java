package xyz.contentfactory.user.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import xyz.contentfactory.kit.secret.Secret;

/// 256 random bits as text. Only its SHA-256 is stored: with that much randomness a plain hash
/// cannot be guessed back.
record RefreshToken(Secret text) {
  private static final int RANDOM_BYTES = 32;

  static RefreshToken random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new RefreshToken(
        Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.reveal().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
