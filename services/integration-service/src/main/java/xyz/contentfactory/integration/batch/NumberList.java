package xyz.contentfactory.integration.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.telegram.client.PhoneNumber;

/// Reads numbers as people write them: with spaces, dashes, dots, brackets and slashes, a plus or
/// 00 in front, invisible marks of a copied page around.
final class NumberList {
  /// Country code included; the shortest numbers in the world have seven digits.
  private static final int FEWEST_DIGITS = 7;

  private static final String DECORATION = "[\\p{Z}\\p{Cf}\\p{Pd}\\s().\\[\\]/]";

  private NumberList() {}

  /// One line that is not blank.
  ///
  /// @param number counted from 1, as the person counts
  /// @param phone null when it is none
  /// @param fault null for one to be connected
  record Line(int number, @Nullable PhoneNumber phone, @Nullable Fault fault) {
    Line refused(TelegramProblem code, String detail) {
      return new Line(number, phone, new Fault(code, detail));
    }

    boolean isGood() {
      return fault == null;
    }
  }

  record Fault(TelegramProblem code, String detail) {}

  static List<Line> read(List<@Nullable String> given) {
    Map<PhoneNumber, Integer> seen = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String text = given.get(i);
      if (text == null || !text.isBlank()) {
        lines.add(line(i + 1, text, seen));
      }
    }
    return lines;
  }

  private static Line line(int number, @Nullable String text, Map<PhoneNumber, Integer> seen) {
    PhoneNumber phone = text == null ? null : phone(text);
    if (phone == null) {
      return new Line(number, null, null)
          .refused(
              TelegramProblem.PHONE_NUMBER_UNREADABLE,
              "This is no phone number with its country code, such as +49 151 2345678.");
    }
    Integer earlier = seen.putIfAbsent(phone, number);
    Line line = new Line(number, phone, null);
    return earlier == null
        ? line
        : line.refused(
            TelegramProblem.PHONE_NUMBER_REPEATED,
            "The same number stands in line " + earlier + ".");
  }

  /// Null for what no phone in the world has.
  static @Nullable PhoneNumber phone(String typed) {
    String text = typed.replaceAll(DECORATION, "").replaceAll("[,;]+$", "");
    if (text.startsWith("+")) {
      text = text.substring(1);
    } else if (text.startsWith("00")) {
      text = text.substring(2);
    }
    boolean fits = text.length() >= FEWEST_DIGITS && text.matches("[1-9][0-9]{0,14}");
    return fits ? new PhoneNumber(text) : null;
  }
}
