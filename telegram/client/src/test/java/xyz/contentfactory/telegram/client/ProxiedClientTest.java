package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.net.DcAddress;
import xyz.contentfactory.telegram.net.TestProxy;
import xyz.contentfactory.telegram.net.proxy.AddressRule;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;
import xyz.contentfactory.telegram.net.proxy.Route;

/// The whole client through real proxies, against the sandbox.
@Timeout(240)
class ProxiedClientTest {
  private static final String DMITRY_DC2 = "9996620001";
  private static final String ANNA_DC1 = "9996610001";
  private static final MtProxySecret SECRET =
      MtProxySecret.parse("dd00112233445566778899aabbccddeeff");

  @TempDir static Path folder;
  private static @Nullable SandboxTelegram started;

  private final RecordingOwner owner = new RecordingOwner();
  private @Nullable TelegramClient client;

  @BeforeAll
  static void start() {
    started = new SandboxTelegram(folder);
  }

  @AfterAll
  static void stop() {
    sandbox().close();
  }

  private static SandboxTelegram sandbox() {
    return Objects.requireNonNull(started);
  }

  private static Route by(TestProxy proxy) {
    return Route.through(proxy.proxy(), AddressRule.anywhere());
  }

  private TelegramClient open(TelegramNetwork network, Route route) {
    var opened = sandbox().open(owner, network, route);
    client = opened;
    return opened;
  }

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
  }

  /// The network's own addresses lead nowhere, so what arrives came through the proxy.
  @Test
  void a_login_that_moves_to_another_data_centre_goes_all_the_way_through_an_mtproxy() {
    var real = sandbox().network();
    var nowhere = real.addresses().stream().map(dc -> new DcAddress(dc.dc(), "192.0.2.1", 9));
    var network = TelegramNetwork.of(nowhere.toList(), real.publicKeysPem(), real.app());
    try (var proxy = TestProxy.mtProxy(SECRET, number -> address(real, number))) {
      var opened = open(network, by(proxy));
      sandbox().logIn(opened, ANNA_DC1);

      assertThat(opened.self().phone()).isEqualTo(new PhoneNumber(ANNA_DC1));
      assertThat(opened.storedLogin().homeDc()).isEqualTo(1);
      assertThat(proxy.destinations).containsExactly("DC 2", "DC 1");
    }
  }

  private static DcAddress address(TelegramNetwork network, int dc) {
    return network.addresses().stream().filter(at -> at.dc() == dc).findFirst().orElseThrow();
  }

  @Test
  void uploads_go_through_the_proxy_too() throws IOException {
    try (var proxy = TestProxy.socks5(new ProxyLogin("anna", "hush"))) {
      var opened = open(sandbox().network(), by(proxy));
      sandbox().logIn(opened, DMITRY_DC2);
      var file = folder.resolve("a.bin");
      Files.write(file, new byte[3 * Uploader.PART_BYTES + 5]);
      var upload = new FileUpload(4711, "a.bin", FileContent.of(file), 0);
      var uploaded = opened.media().upload(upload, (parts, of) -> {});

      assertThat(uploaded.parts()).isEqualTo(4);
      assertThat(proxy.connections).hasValue(1);
    }
  }

  @Test
  void a_failing_proxy_is_told_and_never_gone_around_and_another_takes_its_place() {
    try (var one = TestProxy.socks5(null);
        var two = TestProxy.http(null)) {
      var opened = open(sandbox().network().withCallTimeout(Duration.ofSeconds(1)), by(one));
      sandbox().logIn(opened, DMITRY_DC2);
      var login = opened.storedLogin();
      one.refuse(true);
      one.cut();

      assertThatThrownBy(opened::self).isInstanceOf(ConnectionLost.class);
      assertThat(owner.proxyFailure()).isEqualTo(ProxyFailed.Reason.NO_ANSWER);
      opened.reroute(by(two));
      assertThat(opened.self().phone()).isEqualTo(new PhoneNumber(DMITRY_DC2));
      assertThat(two.destinations).hasSize(1);
      assertThat(opened.storedLogin().homeKeyId()).isEqualTo(login.homeKeyId());
      assertThat(owner.endings).isEmpty();
    }
  }

  @Test
  void a_way_is_tried_without_any_login() {
    try (var proxy = TestProxy.http(null)) {
      var network = sandbox().network();
      var patience = Duration.ofSeconds(20);
      assertThat(RouteCheck.roundTrip(network, 3, by(proxy), patience)).isPositive();
      assertThat(RouteCheck.roundTrip(network, 77, by(proxy), patience)).isPositive();
      assertThat(proxy.destinations)
          .containsExactly(
              "127.0.0.1:" + address(network, 3).port(), "127.0.0.1:" + address(network, 2).port());
    }
  }
}
