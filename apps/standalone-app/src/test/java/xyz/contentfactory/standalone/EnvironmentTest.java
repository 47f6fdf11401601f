package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

  private static final String HASH = "0123456789abcdef0123456789abcdef";

  @Test
  void without_any_variable_the_sandbox_runs_on_loopback_beside_the_data_folder() {
    var settings = Environment.read(Map.of("PATH", "/bin"));

    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.sandboxHttpPort()).isEqualTo(8090);
    assertThat(settings.bind().isLoopbackAddress()).isTrue();
    assertThat(settings.dataFolder()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(settings.telegram()).isEqualTo(TelegramMode.SANDBOX);
    assertThat(settings.app()).isNull();
  }

  @Test
  void production_takes_the_installations_registration_and_never_prints_its_hash() {
    var settings =
        Environment.read(
            Map.of("CF_TELEGRAM", "production", "CF_API_ID", "17", "CF_API_HASH", HASH));

    assertThat(settings.app()).isEqualTo(new AppCredentials(17, HASH));
    assertThat(settings.toString()).doesNotContain(HASH);
  }

  @Test
  void an_empty_variable_counts_as_not_set() {
    assertThat(Environment.read(Map.of("CF_API_ID", "", "CF_HTTP_PORT", " ")).httpPort())
        .isEqualTo(8080);
  }

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CF_HTTP_PROT=1          | CF_HTTP_PROT is not a setting of Content Factory; did you mean CF_HTTP_PORT?
          CF_HTTP_PORT=http       | CF_HTTP_PORT is a port from 0 to 65535, not "http".
          CF_HTTP_PORT=65536      | CF_HTTP_PORT is a port from 0 to 65535, not "65536".
          CF_SANDBOX_HTTP_PORT=-1 | CF_SANDBOX_HTTP_PORT is a port from 0 to 65532, not "-1".
          CF_BIND=localhost       | CF_BIND is an IP address such as 127.0.0.1 or 0.0.0.0, not "localhost".
          CF_TELEGRAM=real        | CF_TELEGRAM is sandbox, production or test, not "real".
          CF_TELEGRAM=production  | CF_TELEGRAM=production needs CF_API_ID and CF_API_HASH, which my.telegram.org gives you.
          CF_API_ID=17            | CF_API_ID and CF_API_HASH belong to CF_TELEGRAM=production or test; the sandbox takes neither.
          CF_HTTP_PORT=8093       | CF_HTTP_PORT=8093 contradicts CF_SANDBOX_HTTP_PORT=8090: the sandbox takes the ports 8090 to 8093.
          CF_TELEGRAM=test CF_API_ID=x CF_API_HASH=x | CF_API_ID is a positive number, not "x".
          CF_TELEGRAM=test CF_API_ID=1 CF_API_HASH=secret | CF_API_HASH is 32 hexadecimal digits in lower case; the given value is not.
          CF_TELEGRAM=test CF_API_ID=1 CF_API_HASH=0123456789abcdef0123456789abcdef CF_SANDBOX_HTTP_PORT=1 | CF_SANDBOX_HTTP_PORT contradicts CF_TELEGRAM=test, which starts no sandbox.
          """)
  void a_wrong_environment(String variables, String sentence) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ", -1)) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }

    assertThatThrownBy(() -> Environment.read(environment))
        .isInstanceOf(StartRefused.class)
        .hasMessage(sentence);
  }
}
