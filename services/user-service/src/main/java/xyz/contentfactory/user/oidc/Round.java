package xyz.contentfactory.user.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One way to the provider and back: the secrets that tie its ends together, kept sealed meanwhile.
///
/// @param state comes back with the answer (RFC 6749)
/// @param nonce comes back inside the signed token (OpenID Connect)
/// @param verifier shown only when the code is redeemed (PKCE, RFC 7636)
/// @param begunAtSeconds when the person was sent there
/// @param invitation the token of an invitation that they came with
/// @param language in which they are written to
record Round(
    String state,
    String nonce,
    String verifier,
    long begunAtSeconds,
    @Nullable String invitation,
    @Nullable String language) {
  private static final int RANDOM_BYTES = 32;

  static Round begin(
      SecureRandom random,
      long nowSeconds,
      @Nullable String invitation,
      @Nullable String language) {
    return new Round(text(random), text(random), text(random), nowSeconds, invitation, language);
  }

  private static String text(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  /// What the provider is told of the verifier: its SHA-256.
  String codeChallenge() {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean hasState(String shown) {
    return isEqual(state, shown);
  }

  boolean hasNonce(@Nullable String shown) {
    return shown != null && isEqual(nonce, shown);
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "Round(hidden)";
  }
}
