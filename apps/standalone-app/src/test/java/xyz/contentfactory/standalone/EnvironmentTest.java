package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(settings.journalMonths()).isEqualTo(12);
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
  void how_it_is_reached_is_read_from_the_environment() {
    var edge =
        Environment.read(
                Map.of(
                    "CF_PUBLIC_URL", "https://factory.example.org/",
                    "CF_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.7",
                    "DEBUG", "true"))
            .edge();

    assertThat(edge)
        .isEqualTo(
            new EdgeSettings(
                URI.create("https://factory.example.org"),
                List.of("10.0.0.0/8", "192.0.2.7"),
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "1", "app:*", ""})
  void debug_is_meant_only_by_true_as_other_programs_have_a_variable_of_that_name(String value) {
    assertThat(Environment.read(Map.of("DEBUG", value)).edge().debug()).isFalse();
  }

  @Test
  void a_provider_is_read_and_its_secret_is_never_printed() {
    var settings =
        Environment.read(
            Map.of(
                "CF_OIDC_ISSUER", "https://login.example.org/realms/acme",
                "CF_OIDC_CLIENT_ID", "factory",
                "CF_OIDC_CLIENT_SECRET", HASH));

    assertThat(settings.people().oidc())
        .isEqualTo(
            new OidcAccess(
                "https://login.example.org/realms/acme", "factory", HASH, "OpenID Connect"));
    assertThat(settings.toString()).doesNotContain(HASH);
  }

  @Test
  void a_vault_is_read_and_its_token_is_never_printed() {
    var settings =
        Environment.read(
            Map.of("CF_VAULT_ADDR", "https://vault.example.org:8200", "CF_VAULT_TOKEN", HASH));

    assertThat(settings.vault())
        .isEqualTo(
            new VaultAccess("https://vault.example.org:8200", HASH, "transit", "content-factory"));
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
          CF_PUBLIC_URL=factory.example  | CF_PUBLIC_URL is an address such as https://factory.example.org, without a path, not "factory.example".
          CF_PUBLIC_URL=https://a.b/c    | CF_PUBLIC_URL is an address such as https://factory.example.org, without a path, not "https://a.b/c".
          CF_TRUSTED_PROXIES=10.0.0.0/33 | CF_TRUSTED_PROXIES holds addresses and networks such as 10.0.0.0/8, not "10.0.0.0/33".
          CF_TELEGRAM=real        | CF_TELEGRAM is sandbox, production or test, not "real".
          CF_SMTP_HOST=mail       | CF_SMTP_HOST needs CF_SMTP_FROM, the sender of our mail.
          CF_SMTP_FROM=a@b.c      | CF_SMTP_* belong together: CF_SMTP_HOST is missing.
          CF_SMTP_HOST=mail CF_SMTP_FROM=a@b.c CF_SMTP_SECURITY=ssl | CF_SMTP_SECURITY is starttls, tls or none, not "ssl".
          CF_SMTP_HOST=mail CF_SMTP_FROM=a@b.c CF_SMTP_PASSWORD=x | CF_SMTP_USERNAME and CF_SMTP_PASSWORD belong together.
          CF_MAIL_PORT=many       | CF_MAIL_PORT is a port from 0 to 65535, not "many".
          CF_OIDC_ISSUER=https://a.b | CF_OIDC_ISSUER, CF_OIDC_CLIENT_ID and CF_OIDC_CLIENT_SECRET belong together.
          CF_OIDC_ISSUER=http://a.b CF_OIDC_CLIENT_ID=a CF_OIDC_CLIENT_SECRET=b | CF_OIDC_ISSUER is an https address such as https://login.example.org, not "http://a.b".
          CF_VAULT_ADDR=https://a.b | CF_VAULT_ADDR and CF_VAULT_TOKEN belong together.
          CF_VAULT_ADDR=http://a.b CF_VAULT_TOKEN=x | CF_VAULT_ADDR is an https address such as https://vault.example.org:8200, not "http://a.b".
          CF_VAULT_ADDR=https://a.b CF_VAULT_TOKEN=x CF_VAULT_KEY=a/b | CF_VAULT_KEY is a name of letters, digits and dashes, not "a/b".
          CF_REGISTRATION=ask     | CF_REGISTRATION is open, invitation or closed, not "ask".
          CF_CAPTCHA_DIFFICULTY=x | CF_CAPTCHA_DIFFICULTY is a number from 0 to 100000000, not "x".
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
