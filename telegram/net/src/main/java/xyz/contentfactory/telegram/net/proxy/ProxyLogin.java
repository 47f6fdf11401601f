package xyz.contentfactory.telegram.net.proxy;

import java.nio.charset.StandardCharsets;

/// Name and password for a proxy: at most 255 bytes of UTF-8 each, as RFC 1929 has it, and no
/// control characters.
///
/// @param password may be empty
public record ProxyLogin(String user, String password) {
  private static final int MOST_BYTES = 255;

  public ProxyLogin {
    if (user.isEmpty() || !isGood(user) || !isGood(password)) {
      throw new IllegalArgumentException(
          "name and password of a proxy have at most 255 bytes and no control characters");
    }
  }

  /// Short enough, and nothing that would end a line.
  public static boolean isGood(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        && text.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return "ProxyLogin[" + user + "]";
  }
}
