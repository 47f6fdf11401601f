package xyz.contentfactory.telegram.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xyz.contentfactory.telegram.net.proxy.AddressRule;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed.Reason;
import xyz.contentfactory.telegram.net.proxy.Route;

/// What a broken or hostile proxy may say. It never gets a word of ours to Telegram, and never more
/// than its share of our time and memory.
@Timeout(60)
class HostileProxyTest {
  private final TestDc dc = new TestDc();

  @AfterEach
  void close() {
    dc.close();
  }

  private Reason refusal(Proxy proxy, ConnectionSettings settings) {
    var there =
        new DcEndpoint(
            TestDc.ID,
            dc.endpoint().addresses(),
            dc.endpoint().serverKeys(),
            Route.through(proxy, AddressRule.anywhere()));
    return catchThrowableOfType(ProxyFailed.class, () -> RouteProbe.run(there, settings)).reason();
  }

  private static Proxy socks(StubbornServer server) {
    return new Proxy.Socks5("127.0.0.1", server.port(), RouteProbeTest.LOGIN);
  }

  private static Proxy http(StubbornServer server) {
    return new Proxy.HttpConnect("127.0.0.1", server.port(), RouteProbeTest.LOGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "'', NO_ANSWER",
    "05, NO_ANSWER",
    "0500, NO_ANSWER",
    "05000500, NO_ANSWER",
    "05000500000301, NO_ANSWER",
    "0400, NOT_A_PROXY",
    "485454502f312e3120343030, NOT_A_PROXY",
    "0501, NOT_A_PROXY",
    "05ff, LOGIN_REFUSED",
    "05020101, LOGIN_REFUSED",
    "05020500, NO_ANSWER",
    "05020700, NOT_A_PROXY",
    "050005000002, NOT_A_PROXY",
    "0500050001017f0000011234, NOT_A_PROXY",
    "0500050100017f0000011234, DESTINATION_REFUSED",
    "0500050900017f0000011234, DESTINATION_REFUSED",
    "0500040000017f0000011234, NOT_A_PROXY",
    "0500050000017f0000011234ffff, NOT_TELEGRAM"
  })
  void socks_answers_that_are_none(String hex, Reason reason) throws IOException {
    var words = HexFormat.of().parseHex(hex);
    try (var hangsUp = new StubbornServer(words, true);
        var hangs = new StubbornServer(words, false)) {
      assertThat(refusal(socks(hangsUp), RouteProbeTest.settings())).isEqualTo(reason);
      assertThat(refusal(socks(hangs), RouteProbeTest.impatient())).isEqualTo(reason);
    }
    assertThat(dc.connections).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "'', NO_ANSWER",
    "HTTP, NO_ANSWER",
    "HTTP/1.1 200 OK, NO_ANSWER",
    "HTTP/1.1 200 OK~Server: x~, NO_ANSWER",
    "SSH-2.0-OpenSSH_9.2~, NOT_A_PROXY",
    "HTTP/2 200 OK~~, NOT_A_PROXY",
    "HTTP/1.1 2000 OK~~, NOT_A_PROXY",
    "HTTP/1.1 ok~~, NOT_A_PROXY",
    "HTTP/1.1 400 Bad Request~~, NOT_A_PROXY",
    "HTTP/1.1 404 Not Found~~, NOT_A_PROXY",
    "HTTP/1.1 405 Method Not Allowed~~, NOT_A_PROXY",
    "HTTP/1.1 407 Who are you~~, LOGIN_REFUSED",
    "HTTP/1.0 403 Forbidden~~, DESTINATION_REFUSED",
    "HTTP/1.1 503 Service Unavailable~~, DESTINATION_REFUSED",
    "HTTP/1.1 200 OK~~<html>, NOT_TELEGRAM"
  })
  void http_answers_that_are_none(String answer, Reason reason) throws IOException {
    var words = answer.replace("~", "\r\n").getBytes(ISO_8859_1);
    try (var hangsUp = new StubbornServer(words, true);
        var hangs = new StubbornServer(words, false)) {
      assertThat(refusal(http(hangsUp), RouteProbeTest.settings())).isEqualTo(reason);
      assertThat(refusal(http(hangs), RouteProbeTest.impatient())).isEqualTo(reason);
    }
    assertThat(dc.connections).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "'', SECRET_REFUSED",
    "1603, SECRET_REFUSED",
    "160303007a0200, SECRET_REFUSED",
    "15030300020228, SECRET_REFUSED",
    "1603030001001403030001011703030001aa, NOT_A_PROXY",
    "160303ffff, SECRET_REFUSED",
    "485454502f312e3120343030, NOT_A_PROXY"
  })
  void disguised_answers_that_are_none(String hex, Reason reason) throws IOException {
    var words = HexFormat.of().parseHex(hex);
    try (var server = new StubbornServer(words, true)) {
      var proxy = new Proxy.MtProxy("127.0.0.1", server.port(), RouteProbeTest.DISGUISED);
      assertThat(refusal(proxy, RouteProbeTest.settings())).isEqualTo(reason);
    }
  }

  @Test
  void an_answer_without_an_end_is_not_read_to_its_end() throws IOException {
    var endless =
        "HTTP/1.1 200 OK\r\n" + "X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(50_000);
    try (var server = new StubbornServer(endless, false)) {
      assertThat(refusal(http(server), RouteProbeTest.settings())).isEqualTo(Reason.NOT_A_PROXY);
    }
  }

  @Test
  void noise_never_passes_for_a_proxy() throws IOException {
    var random = new Random(6);
    for (int i = 0; i < 150; i++) {
      var noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      if (noise.length > 1 && i % 2 == 0) {
        noise[0] = 5;
        noise[1] = (byte) (i % 4);
      }
      try (var server = new StubbornServer(noise, true)) {
        var disguised = new Proxy.MtProxy("127.0.0.1", server.port(), RouteProbeTest.DISGUISED);
        for (var proxy : List.of(socks(server), http(server), disguised)) {
          assertThat(refusal(proxy, RouteProbeTest.settings())).isNotNull();
        }
      }
    }
    assertThat(dc.connections).hasValue(0);
  }
}
