package xyz.contentfactory.integration.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.ProblemException;

/// The client's own name of its wish, and a fingerprint of the wish: the same name for another wish
/// is a mistake.
record IdempotencyKey(String value, String bodyHash) {

  static IdempotencyKey of(@Nullable String header, UUID channel, PostText post) {
    if (header == null || !header.matches("[!-~]{1,128}")) {
      throw ProblemException.of(TelegramProblem.IDEMPOTENCY_KEY_MISSING);
    }
    return new IdempotencyKey(header, fingerprint(channel, post));
  }

  private static String fingerprint(UUID channel, PostText post) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String wish = channel + "\n" + post.text().length() + "\n" + post.text() + post.entities();
      return HexFormat.of().formatHex(digest.digest(wish.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "IdempotencyKey[" + value + "]";
  }
}
