package xyz.contentfactory.user.member;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A normalised e-mail address: no surrounding space, lower case, at most 254 characters.
public record EmailAddress(String value) {
  public static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_LENGTH = 64;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}]{2,63}");

  public EmailAddress {
    if (value.length() > MAX_LENGTH
        || value.indexOf('@') > MAX_LOCAL_LENGTH
        || !value.equals(value.toLowerCase(Locale.ROOT))
        || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /// The address in a text that a person typed; empty when there is none.
  public static Optional<EmailAddress> parse(String typed) {
    if (typed.length() > 2 * MAX_LENGTH) {
      return Optional.empty(); // not worth a look
    }
    try {
      return Optional.of(new EmailAddress(typed.strip().toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  /// Enough to recognise it in a log: `a…@example.com`.
  public String masked() {
    return value.charAt(0) + "…" + value.substring(value.indexOf('@'));
  }
}
