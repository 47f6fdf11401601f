package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.gateway.Browser.Answer;

/// Swagger UI and ReDoc, which are there in debug mode only.
class ApiPagesTest {
  private static final EdgeUnderTest USUAL = EdgeUnderTest.start();
  private static final EdgeUnderTest DEBUG = EdgeUnderTest.start("--api-gateway.debug=true");

  @AfterAll
  static void stop() {
    USUAL.close();
    DEBUG.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/swagger-ui",
        "/swagger-ui/bundle.js",
        "/swagger-ui/index.html",
        "/redoc",
        "/redoc/bundle.js"
      })
  void without_debug_their_addresses_are_not_there(String address) {
    Answer answer = USUAL.browser().get(address);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("code").asString()).isEqualTo("not-found");
  }

  @ParameterizedTest
  @CsvSource({"/swagger-ui, SwaggerUIBundle(, .css", "/redoc, Redoc.init(, .js"})
  void with_debug_a_page_is_made_of_files_that_are_shipped(
      String address, String start, String lastFile) {
    Browser browser = DEBUG.browser();
    Answer page = browser.get(address);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body()).contains(address + "/").contains(lastFile).doesNotContain("//");
    assertThat(browser.get(address + "/start.js").body()).contains(start);
    assertThat(browser.get(address + "/bundle.js").body().length()).isGreaterThan(500_000);
    assertThat(browser.get(address + "/other.js").status()).isEqualTo(404);
  }

  @Test
  void only_their_own_policy_allows_inline_styles_and_none_allows_inline_scripts() {
    Browser browser = DEBUG.browser();

    assertThat(browser.get("/redoc").header("Content-Security-Policy"))
        .contains("script-src 'self';", "style-src 'self' 'unsafe-inline';");
    assertThat(browser.get("/swagger-ui").header("Content-Security-Policy"))
        .contains("script-src 'self';", "default-src 'none';");
    assertThat(browser.get("/swagger-ui/start.js").header("Content-Security-Policy"))
        .doesNotContain("unsafe");
    assertThat(browser.get("/api/auth/registration").header("Content-Security-Policy"))
        .doesNotContain("unsafe");
  }
}
