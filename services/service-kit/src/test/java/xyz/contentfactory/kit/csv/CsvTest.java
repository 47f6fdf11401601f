package xyz.contentfactory.kit.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @Test
  void a_line_ends_as_the_rfc_says_and_what_is_missing_is_empty() {
    assertThat(Csv.line(Arrays.asList("one", null, "", "two"))).isEqualTo("one,,,two\r\n");
  }

  @Test
  void commas_quotes_and_line_ends_stand_in_quotes() {
    assertThat(Csv.line(List.of("a,b", "say \"no\"", "two\nlines", "plain")))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",plain\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7900", "-2", "@SUM(A1)", "\tx", "\rx"})
  void no_cell_begins_as_a_formula_does(String text) {
    String cell = Csv.line(List.of(text)).strip();

    assertThat(cell.startsWith("\"") ? cell.substring(1) : cell).startsWith("'" + text.charAt(0));
  }

  @Test
  void a_sign_inside_a_cell_is_no_formula() {
    assertThat(Csv.line(List.of("a=b", "2026-01-02"))).isEqualTo("a=b,2026-01-02\r\n");
  }
}
