package xyz.contentfactory.user.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import xyz.contentfactory.kit.secret.Secret;

/// 256 random bits as text; only the SHA-256 is stored.
public record LinkToken(Secret text) {
  private static final int RANDOM_BYTES = 32;

  static LinkToken random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new LinkToken(Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
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
