package xyz.contentfactory.user.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import xyz.contentfactory.kit.identity.ApiKeyCallers;
import xyz.contentfactory.kit.secret.Secret;

/// An API key as it is written: `cfk_`, 43 random letters and digits (256 bits), and 6 more that
/// are a checksum (CRC-32) of all before them. So a scanner tells a key that leaked from a text
/// that looks like one, and a mistyped one is refused without a question to the database.
record KeyText(Secret text) {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM = 43;
  private static final int CHECKSUM = 6;
  private static final int SHOWN = 4;
  private static final Pattern SHAPE =
      Pattern.compile(ApiKeyCallers.PREFIX + "[0-9A-Za-z]{" + (RANDOM + CHECKSUM) + "}");

  static KeyText random(SecureRandom random) {
    StringBuilder key = new StringBuilder(ApiKeyCallers.PREFIX);
    for (int i = 0; i < RANDOM; i++) {
      key.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return new KeyText(Secret.of(key.append(checksum(key.toString())).toString()));
  }

  /// Empty for what cannot be one of ours.
  static Optional<KeyText> parse(Secret text) {
    String key = text.reveal();
    if (!SHAPE.matcher(key).matches()) {
      return Optional.empty();
    }
    int end = key.length() - CHECKSUM;
    return checksum(key.substring(0, end)).equals(key.substring(end))
        ? Optional.of(new KeyText(text))
        : Optional.empty();
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] digits = new char[CHECKSUM];
    for (int i = CHECKSUM - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return new String(digits);
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.reveal().getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The hash as a name to remember the key by.
  String fingerprint() {
    return HexFormat.of().formatHex(hash());
  }

  /// Its beginning, which says which one it is and nothing of what it is worth.
  String hint() {
    return text.reveal().substring(0, ApiKeyCallers.PREFIX.length() + SHOWN);
  }
}
