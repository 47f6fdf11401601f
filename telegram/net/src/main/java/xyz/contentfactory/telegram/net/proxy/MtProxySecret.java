package xyz.contentfactory.telegram.net.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Hashes;

/// The secret of an MTProxy. **Secret**: whoever has it may use the proxy. Immutable.
public final class MtProxySecret {
  private static final int KEY_BYTES = 16;
  private static final int PADDED = 0xdd;
  private static final int FAKE_TLS = 0xee;
  private static final int LONGEST_DOMAIN = 182;
  private static final int LONGEST_TEXT = 512;
  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})+");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9_.-]+");

  private final byte[] bytes;

  private MtProxySecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// How the proxy wants to be spoken to.
  public enum Kind {
    /// 16 bytes: obfuscated only.
    PLAIN,
    /// `dd` and 16 bytes: every packet is padded, so that its length tells nothing.
    PADDED,
    /// `ee`, 16 bytes and a host name: looks like TLS to that host.
    FAKE_TLS
  }

  /// Reads a secret as links and proxies write it: hexadecimal, or Base64 of either alphabet.
  ///
  /// @throws IllegalArgumentException when it is no such secret; the text is not in the message
  public static MtProxySecret parse(String text) {
    var given = text.strip();
    if (given.isEmpty() || given.length() > LONGEST_TEXT) {
      throw unreadable();
    }
    var bytes = HEX.matcher(given).matches() ? HexFormat.of().parseHex(given) : fromBase64(given);
    if (bytes.length != KEY_BYTES && !isPadded(bytes) && !isFakeTls(bytes)) {
      throw unreadable();
    }
    return new MtProxySecret(bytes);
  }

  private static byte[] fromBase64(String given) {
    try {
      var urlSafe = given.replace('+', '-').replace('/', '_').replaceFirst("=+$", "");
      return Base64.getUrlDecoder().decode(urlSafe);
    } catch (IllegalArgumentException _) {
      throw unreadable();
    }
  }

  private static boolean isPadded(byte[] bytes) {
    return bytes.length == KEY_BYTES + 1 && (bytes[0] & 0xff) == PADDED;
  }

  private static boolean isFakeTls(byte[] bytes) {
    var domainBytes = bytes.length - KEY_BYTES - 1;
    return domainBytes > 0
        && domainBytes <= LONGEST_DOMAIN
        && (bytes[0] & 0xff) == FAKE_TLS
        && DOMAIN.matcher(domain(bytes)).matches();
  }

  private static String domain(byte[] bytes) {
    return new String(
        bytes, KEY_BYTES + 1, bytes.length - KEY_BYTES - 1, StandardCharsets.ISO_8859_1);
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "a secret of an MTProxy has 16 bytes, or dd and 16, or ee, 16 and a host name");
  }

  public Kind kind() {
    return bytes.length == KEY_BYTES ? Kind.PLAIN : isPadded(bytes) ? Kind.PADDED : Kind.FAKE_TLS;
  }

  /// The host that the connection pretends to lead to; null unless it is [Kind#FAKE_TLS].
  public @Nullable String domain() {
    return kind() == Kind.FAKE_TLS ? domain(bytes) : null;
  }

  /// The 16 bytes themselves.
  public byte[] key() {
    return bytes.length == KEY_BYTES ? bytes.clone() : Arrays.copyOfRange(bytes, 1, KEY_BYTES + 1);
  }

  /// The whole secret in hexadecimal, for [#parse]; to be kept encrypted.
  public String reveal() {
    return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MtProxySecret that && Hashes.sameBytes(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "MtProxySecret[" + kind() + "]";
  }
}
