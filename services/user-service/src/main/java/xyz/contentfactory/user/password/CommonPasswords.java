package xyz.contentfactory.user.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// The passwords that are used most, from those that have leaked elsewhere; see the head of
/// `common-passwords.txt`. In lower case.
public final class CommonPasswords {
  private static final String LIST = "common-passwords.txt";

  private final Set<String> words;

  private CommonPasswords(Set<String> words) {
    this.words = words;
  }

  /// The list that is shipped with us.
  public static CommonPasswords shipped() {
    try (InputStream stream = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (stream == null) {
        throw new IllegalStateException(LIST + " is not on the class path");
      }
      return new CommonPasswords(
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String lower) {
    return words.contains(lower);
  }
}
