package xyz.contentfactory.kit.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A text that must not be seen: it prints, serialises and compares without giving itself away.
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /// Also what configuration binding uses.
  public static Secret of(String value) {
    return new Secret(value);
  }

  /// The text itself; call it only where it is handed over.
  public String reveal() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "Secret(hidden)";
  }
}
