package xyz.contentfactory.telegram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xyz.contentfactory.telegram.net.proxy.AddressRule;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;
import xyz.contentfactory.telegram.net.proxy.Route;

/// Other people's proxies: `microsocks` and `tinyproxy` as Debian packages them, `mtprotoproxy`
/// (pip install mtprotoproxy==1.0.6). Each is skipped where it is not installed.
@Timeout(60)
class ForeignProxiesTest {
  private static final ProxyLogin LOGIN = new ProxyLogin("anna", "hush");

  private final TestDc dc = new TestDc();
  private @Nullable Process running;

  @AfterEach
  void close() {
    if (running != null) {
      running.destroy();
    }
    dc.close();
  }

  @Test
  void microsocks_leads_there_with_the_right_login() throws IOException {
    int port = freePort();
    start("microsocks", port, "-i", "127.0.0.1", "-p", "" + port, "-u", "anna", "-P", "hush");

    assertLeads(new Proxy.Socks5("127.0.0.1", port, LOGIN));
    assertRefuses(new Proxy.Socks5("127.0.0.1", port, new ProxyLogin("anna", "wrong")));
    assertRefuses(new Proxy.Socks5("127.0.0.1", port, null));
  }

  @Test
  void tinyproxy_leads_there_with_the_right_login(@TempDir Path folder) throws IOException {
    int port = freePort();
    var settings = folder.resolve("tinyproxy.conf");
    Files.write(
        settings,
        List.of(
            "Port " + port,
            "Listen 127.0.0.1",
            "BasicAuth anna hush",
            "ConnectPort " + dc.endpoint().address(0).port()));
    start("tinyproxy", port, "-d", "-c", settings.toString());

    assertLeads(new Proxy.HttpConnect("127.0.0.1", port, LOGIN));
    assertRefuses(new Proxy.HttpConnect("127.0.0.1", port, new ProxyLogin("anna", "wrong")));
    assertRefuses(new Proxy.HttpConnect("127.0.0.1", port, null));
  }

  @ParameterizedTest
  @CsvSource({
    "dd00112233445566778899aabbccddeeff, ''",
    "ee00112233445566778899aabbccddeeff7777772e6578616d706c652e6f7267, www.example.org"
  })
  void mtprotoproxy_leads_there_with_the_right_secret(String text, String domain)
      throws IOException {
    installed("mtprotoproxy.py");
    int port = freePort();
    var secret = MtProxySecret.parse(text);
    var key = HexFormat.of().formatHex(secret.key());
    var script = Path.of("src/test/foreign/mtprotoproxy_to.py").toString();
    var dcPort = "" + dc.endpoint().address(0).port();
    if (domain.isEmpty()) {
      start("python3", port, script, dcPort, "" + port, key);
    } else {
      start("python3", port, script, dcPort, "" + port, key, domain);
    }

    assertLeads(new Proxy.MtProxy("127.0.0.1", port, secret));
    var other = MtProxySecret.parse(text.replace("0011", "1100"));
    var wrong = by(new Proxy.MtProxy("127.0.0.1", port, other));
    var refused =
        catchThrowableOfType(
            ProxyFailed.class, () -> RouteProbe.run(wrong, RouteProbeTest.impatient()));
    assertThat(refused.reason()).isEqualTo(ProxyFailed.Reason.SECRET_REFUSED);
  }

  private static Path installed(String program) {
    var found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, program))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), program + " is not installed");
    return found.orElseThrow();
  }

  private void start(String program, int port, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(installed(program).toString()));
    command.addAll(List.of(arguments));
    running =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!listens(port)) {
      Thread.onSpinWait();
    }
  }

  private static boolean listens(int port) {
    try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  private DcEndpoint by(Proxy proxy) {
    return new DcEndpoint(
        TestDc.ID,
        dc.endpoint().addresses(),
        dc.endpoint().serverKeys(),
        Route.through(proxy, AddressRule.anywhere()));
  }

  private void assertLeads(Proxy proxy) {
    assertThat(RouteProbe.run(by(proxy), RouteProbeTest.settings())).isPositive();
  }

  private void assertRefuses(Proxy proxy) {
    var settings = RouteProbeTest.settings();
    assertThat(
            catchThrowableOfType(ProxyFailed.class, () -> RouteProbe.run(by(proxy), settings))
                .reason())
        .isEqualTo(ProxyFailed.Reason.LOGIN_REFUSED);
  }
}
