package xyz.contentfactory.telegram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xyz.contentfactory.telegram.crypto.RsaPrivateKey;
import xyz.contentfactory.telegram.net.proxy.AddressRule;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed.Reason;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;
import xyz.contentfactory.telegram.net.proxy.Route;

@Timeout(60)
class RouteProbeTest {
  static final ProxyLogin LOGIN = new ProxyLogin("anna", "пароль: hush");
  static final MtProxySecret PLAIN = MtProxySecret.parse("00112233445566778899aabbccddeeff");
  static final MtProxySecret PADDED = MtProxySecret.parse("dd00112233445566778899aabbccddeeff");

  static final MtProxySecret DISGUISED =
      MtProxySecret.parse("ee00112233445566778899aabbccddeeff7777772e6578616d706c652e6f7267");

  private final TestDc dc = new TestDc();
  private @Nullable TestProxy proxy;

  static ConnectionSettings settings() {
    return DcConnectionTest.settings().withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));
  }

  /// For what does not answer at all.
  static ConnectionSettings impatient() {
    return settings().withTimeouts(Duration.ofMillis(200), Duration.ofMillis(200));
  }

  static Stream<Named<Function<TestDc, TestProxy>>> kinds() {
    return Stream.of(
        Named.of("SOCKS5", dc -> TestProxy.socks5(null)),
        Named.of("SOCKS5 with a login", dc -> TestProxy.socks5(LOGIN)),
        Named.of("HTTP", dc -> TestProxy.http(null)),
        Named.of("HTTP with a login", dc -> TestProxy.http(LOGIN)),
        Named.of("MTProxy", dc -> TestProxy.mtProxy(PLAIN, number -> dc.endpoint().address(0))),
        Named.of(
            "MTProxy, padded", dc -> TestProxy.mtProxy(PADDED, number -> dc.endpoint().address(0))),
        Named.of(
            "MTProxy, disguised",
            dc -> TestProxy.mtProxy(DISGUISED, number -> dc.endpoint().address(0))));
  }

  private TestProxy with(TestProxy started) {
    proxy = started;
    return started;
  }

  private static DcEndpoint endpoint(DcAddress address, Proxy by, AddressRule rule) {
    return new DcEndpoint(
        TestDc.ID, List.of(address), List.of(TestDc.KEY.publicKey()), Route.through(by, rule));
  }

  private DcEndpoint endpoint(Proxy by) {
    return endpoint(dc.endpoint().address(0), by, AddressRule.anywhere());
  }

  private static Reason refusal(DcEndpoint endpoint, ConnectionSettings settings) {
    return catchThrowableOfType(ProxyFailed.class, () -> RouteProbe.run(endpoint, settings))
        .reason();
  }

  @AfterEach
  void close() {
    if (proxy != null) {
      proxy.close();
    }
    dc.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_proxy_that_leads_to_telegram_is_found_good_without_a_key(
      Function<TestDc, TestProxy> kind) {
    var started = with(kind.apply(dc));

    assertThat(RouteProbe.run(endpoint(started.proxy()), settings())).isPositive();
    assertThat(started.destinations).hasSize(1);
    assertThat(dc.connections).hasValue(1);
    assertThat(dc.keysMade).hasValue(0);
  }

  @Test
  void a_name_is_looked_up_by_the_proxy_and_not_here() {
    for (var started : List.of(TestProxy.socks5(null), TestProxy.http(null))) {
      try (started) {
        var address = new DcAddress(2, "localhost", dc.endpoint().address(0).port());
        var named = endpoint(address, started.proxy(), AddressRule.anywhere());

        assertThat(RouteProbe.run(named, settings())).isPositive();
        assertThat(started.destinations).containsExactly("localhost:" + address.port());
      }
    }
  }

  @Test
  void a_wrong_login_or_none_is_told_as_that() {
    for (var started : List.of(TestProxy.socks5(LOGIN), TestProxy.http(LOGIN))) {
      try (started) {
        for (var login : new ProxyLogin[] {null, new ProxyLogin("anna", "wrong")}) {
          var by =
              started.proxy() instanceof Proxy.Socks5
                  ? new Proxy.Socks5("127.0.0.1", started.port(), login)
                  : new Proxy.HttpConnect("127.0.0.1", started.port(), login);
          assertThat(refusal(endpoint(by), settings())).isEqualTo(Reason.LOGIN_REFUSED);
        }
      }
    }
    assertThat(dc.connections).hasValue(0);
  }

  @Test
  void a_secret_that_is_wrong_shows_as_silence() {
    var started = with(TestProxy.mtProxy(PADDED, number -> dc.endpoint().address(0)));
    var other = MtProxySecret.parse("ddffeeddccbbaa99887766554433221100");
    var by = new Proxy.MtProxy("127.0.0.1", started.port(), other);

    assertThat(refusal(endpoint(by), impatient())).isEqualTo(Reason.SECRET_REFUSED);
    started.refuse(true);
    assertThat(refusal(endpoint(by), settings())).isEqualTo(Reason.SECRET_REFUSED);
    assertThat(dc.connections).hasValue(0);
  }

  private static int unusedPort() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  @Test
  void nobody_there_is_told_as_that() throws IOException {
    var unused = unusedPort();
    for (var by :
        List.of(
            new Proxy.Socks5("127.0.0.1", unused, null),
            new Proxy.HttpConnect("no-such-proxy.invalid", 8080, null),
            new Proxy.MtProxy("127.0.0.1", unused, PADDED))) {
      assertThat(refusal(endpoint(by), settings())).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void a_proxy_that_cannot_reach_telegram_is_told_as_that() throws IOException {
    var nowhere = new DcAddress(2, "127.0.0.1", unusedPort());
    for (var started : List.of(TestProxy.socks5(null), TestProxy.http(null))) {
      try (started) {
        var there = endpoint(nowhere, started.proxy(), AddressRule.anywhere());
        assertThat(refusal(there, settings())).isEqualTo(Reason.DESTINATION_REFUSED);
      }
    }
  }

  @Test
  void where_the_rule_allows_nothing_nothing_is_opened() {
    var started = with(TestProxy.socks5(null));
    var target = dc.endpoint().address(0);
    for (var host : List.of("127.0.0.1", "localhost")) {
      var by = new Proxy.Socks5(host, started.port(), null);
      var forbidden = endpoint(target, by, address -> !address.isLoopbackAddress());

      assertThat(refusal(forbidden, settings())).isEqualTo(Reason.FORBIDDEN);
    }
    assertThat(started.connections).hasValue(0);
    assertThat(dc.connections).hasValue(0);
  }

  @Test
  void a_disguised_proxy_with_another_secret_or_another_name_is_silent_too() {
    var started = with(TestProxy.mtProxy(DISGUISED, number -> dc.endpoint().address(0)));
    for (var other :
        List.of(
            DISGUISED.reveal().replace("ee00", "ee01"),
            DISGUISED.reveal().replace("7777", "7778"),
            PADDED.reveal())) {
      var by = new Proxy.MtProxy("127.0.0.1", started.port(), MtProxySecret.parse(other));
      assertThat(refusal(endpoint(by), impatient())).isEqualTo(Reason.SECRET_REFUSED);
    }
  }

  @Test
  void something_else_behind_the_proxy_is_told_from_telegram() throws IOException {
    var started = with(TestProxy.socks5(null));
    try (var stranger = new StubbornServer("HTTP/1.1 400 Bad Request\r\n\r\n".repeat(9), false)) {
      var address = new DcAddress(2, "127.0.0.1", stranger.port());
      var there = endpoint(address, started.proxy(), AddressRule.anywhere());
      assertThat(refusal(there, settings())).isEqualTo(Reason.NOT_TELEGRAM);
    }
    var unknownKey = RsaPrivateKey.generate(TestDc.ENTROPY).publicKey();
    var untrusted =
        new DcEndpoint(
            TestDc.ID,
            dc.endpoint().addresses(),
            List.of(unknownKey),
            Route.through(started.proxy(), AddressRule.anywhere()));
    assertThat(refusal(untrusted, settings())).isEqualTo(Reason.NOT_TELEGRAM);
  }
}
