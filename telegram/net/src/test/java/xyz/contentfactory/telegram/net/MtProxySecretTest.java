package xyz.contentfactory.telegram.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret.Kind;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

class MtProxySecretTest {
  private static final String KEY = "00112233445566778899aabbccddeeff";

  @ParameterizedTest
  @CsvSource({
    "00112233445566778899aabbccddeeff, PLAIN,",
    "00112233445566778899AABBCCDDEEFF, PLAIN,",
    "ABEiM0RVZneImaq7zN3u_w, PLAIN,",
    "ABEiM0RVZneImaq7zN3u/w==, PLAIN,",
    "dd00112233445566778899aabbccddeeff, PADDED,",
    "3QARIjNEVWZ3iJmqu8zd7v8=, PADDED,",
    "ee00112233445566778899aabbccddeeff6578616d706c652e6f7267, FAKE_TLS, example.org",
    "7gARIjNEVWZ3iJmqu8zd7v9leGFtcGxlLm9yZw, FAKE_TLS, example.org"
  })
  void secrets_are_read_as_links_and_proxies_write_them(String text, Kind kind, String domain) {
    var secret = MtProxySecret.parse(text);

    assertThat(secret.kind()).isEqualTo(kind);
    assertThat(secret.key()).isEqualTo(HexFormat.of().parseHex(KEY));
    assertThat(secret.domain()).isEqualTo(domain);
    assertThat(MtProxySecret.parse(secret.reveal())).isEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "00112233445566778899aabbccddee",
        "dd00112233445566778899aabbccddeeff00",
        "aa00112233445566778899aabbccddeeff",
        "ee00112233445566778899aabbccddeeff",
        "ee00112233445566778899aabbccddeeff0d0a",
        "not a secret",
        "äöü"
      })
  void what_is_no_secret_is_refused_and_not_repeated(String text) {
    assertThatThrownBy(() -> MtProxySecret.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a secret of an MTProxy has 16 bytes");
  }

  @Test
  void nothing_but_a_refusal_comes_of_noise() {
    var random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      var noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      try {
        var secret = MtProxySecret.parse(new String(noise, ISO_8859_1));
        assertThat(secret.key()).hasSize(16);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageStartingWith("a secret of an MTProxy");
      }
    }
  }

  @Test
  void no_text_about_a_proxy_shows_what_is_secret() {
    var login = new ProxyLogin("anna", "hush-hush");
    assertThat(new Proxy.Socks5("proxy.example", 1080, login).toString())
        .contains("proxy.example", "anna")
        .doesNotContain("hush");
    assertThat(new Proxy.HttpConnect("proxy.example", 1080, login).toString())
        .doesNotContain("hush");
    assertThat(new Proxy.MtProxy("proxy.example", 443, MtProxySecret.parse("dd" + KEY)).toString())
        .contains("PADDED")
        .doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nb", "a/b", "user@host", "fe80::1%eth0", "ä.example"})
  void a_host_is_a_name_or_an_address(String host) {
    assertThatThrownBy(() -> new Proxy.Socks5(host, 1080, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_login_that_would_end_a_line_or_does_not_fit_is_refused() {
    assertThatThrownBy(() -> new ProxyLogin("a\r\nb", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProxyLogin("a", "b\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProxyLogin("ä".repeat(128), ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Proxy.HttpConnect("h", 1, new ProxyLogin("a:b", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
