package xyz.contentfactory.kit.csv;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lines of CSV as RFC 4180 has them, safe to open in a spreadsheet: a cell that would be taken for
/// a formula begins with an apostrophe.
public final class Csv {
  /// Put before the first line, it tells spreadsheets that the file is UTF-8.
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  /// The last line of a file that could not be written to its end: it had begun well, so nothing
  /// else would tell.
  public static final String BROKEN_OFF =
      "BROKEN OFF: this file is not complete; download it again\r\n";

  private static final String FORMULA_BEGINS = "=+-@\t\r\n";

  private Csv() {}

  /// One line with its end; null is an empty cell.
  public static String line(List<? extends @Nullable String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
