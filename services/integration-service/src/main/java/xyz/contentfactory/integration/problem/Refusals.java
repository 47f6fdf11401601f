package xyz.contentfactory.integration.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The table `refusals.csv`: Telegram's names of errors, with our code, a sentence and a remedy.
final class Refusals {
  private static final String FILE = "/xyz/contentfactory/integration/problem/refusals.csv";
  private static final List<Row> ROWS = read();

  private Refusals() {}

  record Row(String type, TelegramProblem code, String sentence, String remedy) {
    boolean fits(String name) {
      return name.matches(type.replace("*", ".*"));
    }

    String detail() {
      return sentence + " " + remedy;
    }
  }

  /// Always finds one: the last line fits everything.
  static Row of(String name) {
    return ROWS.stream().filter(row -> row.fits(name)).findFirst().orElseThrow();
  }

  static List<Row> rows() {
    return ROWS;
  }

  private static List<Row> read() {
    try (InputStream in = Refusals.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(Refusals::row).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 4) {
      throw new IllegalStateException("refusals.csv: four cells expected in: " + line);
    }
    String code = cells[1].strip();
    TelegramProblem problem =
        Arrays.stream(TelegramProblem.values())
            .filter(known -> known.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("refusals.csv: unknown code " + code));
    return new Row(cells[0].strip(), problem, cells[2].strip(), cells[3].strip());
  }
}
