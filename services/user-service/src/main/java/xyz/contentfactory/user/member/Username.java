package xyz.contentfactory.user.member;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A member's name on the screen: 3 to 32 of letters, digits, `.`, `_`, `-`, beginning with a
/// letter or a digit; unique without regard to case.
public record Username(String value) {
  private static final int MIN_LENGTH = 3;
  private static final int MAX_LENGTH = 32;
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{2,31}");

  public Username {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a username");
    }
  }

  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  /// The name for somebody who gave none: from the e-mail, with the first number that makes it
  /// free.
  public static Username derivedFrom(EmailAddress email, Predicate<Username> isTaken) {
    String base = baseOf(email);
    Username candidate = new Username(base);
    for (int number = 2; isTaken.test(candidate); number++) {
      String suffix = Integer.toString(number);
      int room = Math.min(base.length(), MAX_LENGTH - suffix.length());
      candidate = new Username(base.substring(0, room) + suffix);
    }
    return candidate;
  }

  private static String baseOf(EmailAddress email) {
    String base =
        email
            .localPart()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\+.*$", "")
            .replaceAll("[^a-z0-9._-]", "");
    base = base.replaceAll("^[^a-z0-9]+", "");
    base = base.substring(0, Math.min(base.length(), MAX_LENGTH));
    return base.length() < MIN_LENGTH ? base + "member" : base;
  }
}
