package xyz.contentfactory.integration.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.IdempotencyHeader;

/// The client's own name of its wish, and a fingerprint of the wish: the same name for another wish
/// is a mistake.
record IdempotencyKey(String value, String bodyHash) {

  static IdempotencyKey of(@Nullable String header, UUID channel, PostWish wish) {
    return new IdempotencyKey(IdempotencyHeader.required(header), fingerprint(channel, wish));
  }

  /// A plain post for now has the fingerprint that it had before posts could be more than that.
  private static String fingerprint(UUID channel, PostWish post) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      PostText text = post.text();
      boolean plain =
          post.time().isNow()
              && post.enclosures().isNothing()
              && post.options().equals(PostOptions.USUAL)
              && post.patience().equals(PostWish.USUAL_PATIENCE);
      String wish =
          channel
              + "\n"
              + text.text().length()
              + "\n"
              + text.text()
              + text.entities()
              + (plain ? "" : "\n" + post.time() + post.options().inLetters() + post.patience())
              + (post.enclosures().isNothing() ? "" : "\n" + post.enclosures());
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
