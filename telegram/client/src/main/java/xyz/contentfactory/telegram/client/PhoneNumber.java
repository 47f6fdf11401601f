package xyz.contentfactory.telegram.client;

/// A phone number in international form, digits only (5 to 15 of them, as E.164 allows).
///
/// `toString` shows only the ends of it, so that a number never stands in a log in full.
public record PhoneNumber(String digits) {
  public PhoneNumber {
    if (!digits.matches("[0-9]{5,15}")) {
      throw new IllegalArgumentException("a phone number has 5 to 15 digits");
    }
  }

  /// Accepts what people type: an optional plus, and spaces, dashes, dots and brackets anywhere.
  public static PhoneNumber parse(String typed) {
    var text = typed.strip();
    return new PhoneNumber(
        (text.startsWith("+") ? text.substring(1) : text).replaceAll("[ ()\\u00a0.-]", ""));
  }

  public String masked() {
    var shown = digits.length() >= 9 ? 3 : 1;
    return "+"
        + digits.substring(0, shown)
        + "*".repeat(digits.length() - shown - 2)
        + digits.substring(digits.length() - 2);
  }

  @Override
  public String toString() {
    return masked();
  }
}
