package xyz.contentfactory.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxMainTest {

  private static final String[] NOTHING = {};

  @Test
  void without_settings_it_listens_on_loopback_and_keeps_its_world_with_the_data() {
    SandboxSettings settings = SandboxMain.settings(NOTHING, Map.of());
    assertThat(settings.httpPort()).isEqualTo(8090);
    assertThat(settings.bind().isLoopbackAddress()).isTrue();
    assertThat(settings.folder()).isEqualTo(Path.of("data", "sandbox"));
  }

  @ParameterizedTest
  @CsvSource({
    "CF_SANDBOX_HTTP_PORT,eighty,CF_SANDBOX_HTTP_PORT must be a number",
    "CF_SANDBOX_HTTP_PORT,65534,the sandbox's HTTP port is between",
    "CF_BIND,not an address,CF_BIND must be an address",
  })
  void a_setting_that_makes_no_sense_is_told_in_a_sentence(
      String name, String value, String sentence) {
    assertThatThrownBy(() -> SandboxMain.settings(NOTHING, Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void arguments_are_refused() {
    assertThatThrownBy(() -> SandboxMain.settings(new String[] {"--help"}, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("takes no arguments");
  }
}
