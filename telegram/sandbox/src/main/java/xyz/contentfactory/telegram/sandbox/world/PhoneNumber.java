package xyz.contentfactory.telegram.sandbox.world;

import java.util.regex.Pattern;

/// A test number by Telegram's own convention: `99966DNNNN`, where D is the data centre.
public record PhoneNumber(String digits) {

  private static final Pattern TEST_NUMBER = Pattern.compile("99966[1-3]\\d{4}");
  private static final int DC_DIGIT = 5;
  private static final int CODE_LENGTH = 5;

  public PhoneNumber {
    if (!TEST_NUMBER.matcher(digits).matches()) {
      throw Refusal.bad("PHONE_NUMBER_INVALID");
    }
  }

  /// As people and clients write it: with or without a plus, blanks, hyphens or brackets.
  public static PhoneNumber parse(String text) {
    return new PhoneNumber(text.length() > 32 ? "" : text.strip().replaceAll("[\\s()+-]", ""));
  }

  public int dc() {
    return digits.charAt(DC_DIGIT) - '0';
  }

  /// The login code of a test number: its DC digit, five times.
  public String code() {
    return String.valueOf(digits.charAt(DC_DIGIT)).repeat(CODE_LENGTH);
  }
}
