package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page and the example say what the program reads.
class ConfigurationPageTest {

  private static final Path ROOT = Path.of("../..");

  @Test
  void the_page_has_the_table_of_variables() throws Exception {
    assertThat(Files.readString(ROOT.resolve("docs/configuration.md"))).contains(table());
  }

  @Test
  void the_example_names_every_variable_with_its_preset_and_its_meaning() throws Exception {
    List<String> lines = Files.readAllLines(ROOT.resolve(".env.example"));
    for (Variable variable : Variable.values()) {
      String preset = variable.preset();
      assertThat(lines)
          .contains("# " + variable.meaning().replace("`", ""))
          .contains("#" + variable + "=" + (preset == null ? "" : preset));
    }
    assertThat(lines.stream().filter(line -> line.matches("#(CF_\\w+|DEBUG)=.*")).count())
        .isEqualTo(Variable.values().length);
  }

  private static String table() {
    return Arrays.stream(Variable.values())
        .map(variable ->
            "| `%s` | %s | %s |"
                .formatted(
                    variable,
                    variable.preset() == null ? "" : "`" + variable.preset() + "`",
                    variable.meaning()))
        .collect(Collectors.joining("\n"));
  }
}
