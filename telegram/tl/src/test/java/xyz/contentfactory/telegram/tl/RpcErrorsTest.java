package xyz.contentfactory.telegram.tl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `errors.csv` is a table of facts to build and test against, not code.
class RpcErrorsTest {
  private static final Pattern ROW =
      Pattern.compile(
          "(303|4\\d\\d|500|-503),([A-Z0-9_]|\\{n})+,[\\w. ]*|-503,Time(d)?out,[\\w. ]*");

  @Test
  void every_row_is_a_code_a_type_and_methods() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("src/main/tl/errors.csv"));

    assertThat(lines.getFirst()).isEqualTo("code,type,methods");
    assertThat(lines.subList(1, lines.size()))
        .hasSizeGreaterThan(500)
        .allMatch(ROW.asMatchPredicate());
    assertThat(lines).anyMatch(line -> line.startsWith("420,FLOOD_WAIT_{n},"));
  }
}
