package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.telegram.net.DcAddress;
import xyz.contentfactory.telegram.net.TestProxy;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// Accounts behind real proxies.
class ProxyFlowTest {
  private static final String PHONE = "9996610001";
  private static final String OWN = "2100000001";
  private static final ProxyLogin LOGIN = new ProxyLogin("anna", "hush-hush-4711");
  private static final String SECRET = "dd00112233445566778899aabbccddeeff";

  private static SandboxWorld sandbox;
  private static DatabaseSettings database;
  private static Path keyring;
  private static TestNode node;

  private final List<TestProxy> proxies = new ArrayList<>();
  private Api api;
  private @Nullable String account;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    database = TestPostgres.freshDatabase();
    keyring = Files.createTempDirectory("proxies").resolve("keyring");
    node = startNode();
  }

  private static TestNode startNode() {
    TestNode started = TestNode.start(database, sandbox.address(), keyring);
    Api.newMember(started).await("/mode", mode -> mode.path("ready").asBoolean());
    return started;
  }

  @AfterAll
  static void stop() {
    node.close();
    sandbox.close();
  }

  @BeforeEach
  void newMember() {
    api = Api.newMember(node);
  }

  @AfterEach
  void disconnect() {
    if (account != null) {
      api.delete(path());
      api.delete("/accounts/" + account).ok();
    }
    proxies.forEach(TestProxy::close);
  }

  private TestProxy with(TestProxy proxy) {
    proxies.add(proxy);
    return proxy;
  }

  private void connected() {
    account = api.connect(sandbox, PHONE);
  }

  private String account() {
    return Objects.requireNonNull(account);
  }

  private String path() {
    return "/accounts/" + account() + "/proxy";
  }

  private static String body(String kind, int port, String more) {
    return "{\"kind\":\"%s\",\"host\":\"127.0.0.1\",\"port\":%d%s}".formatted(kind, port, more);
  }

  private static String withLogin(TestProxy proxy, String password) {
    return body(
        "SOCKS5",
        proxy.port(),
        ",\"username\":\"%s\",\"password\":\"%s\"".formatted(LOGIN.user(), password));
  }

  private Api.Answer set(String body) {
    return api.put(path(), body);
  }

  private void awaitState(String state) {
    api.awaitState("/accounts/" + account, state);
  }

  private String publish(String text) {
    String body =
        "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(api.channel(account(), OWN), text);
    return api.publish(text, body).ok().text("id");
  }

  private static JdbcClient sql() {
    return node.bean(ServiceDatabase.class).sql();
  }

  @Test
  void a_proxy_is_tested_kept_sealed_and_gone_through_without_a_new_login() {
    connected();
    List<String> keys = sandbox.keysOf(PHONE);
    TestProxy proxy = with(TestProxy.socks5(LOGIN));

    JsonNode saved = set(withLogin(proxy, LOGIN.password())).ok().body();
    assertThat(saved.get("roundTripMillis").asLong()).isNotNegative();
    Awaitility.await("the test, and the account's connection")
        .until(() -> proxy.destinations.size() == 2);
    awaitState("CONNECTED");
    api.awaitState("/messages/" + publish("through-the-proxy"), "SENT");

    Api.Answer shown = api.get(path()).ok();
    assertThat(shown.text("kind")).isEqualTo("SOCKS5");
    assertThat(shown.text("username")).isEqualTo("anna");
    assertThat(shown.body().get("hasPassword").asBoolean()).isTrue();
    assertThat(shown.raw().body()).doesNotContain(LOGIN.password());
    assertThat(sandbox.keysOf(PHONE)).isEqualTo(keys);
    assertWrittenDown("PROXY_SET", "account.proxy-set", "SOCKS5 127.0.0.1:" + proxy.port());
  }

  private void assertWrittenDown(String kind, String action, String place) {
    JsonNode line =
        api.get("/logs?accountId=" + account + "&kind=" + kind).ok().body().get("items").get(0);
    assertThat(line.get("detail").asString()).isEqualTo(place);
    assertThat(rows("audit_trail where action = '" + action + "'"))
        .anyMatch(row -> row.contains(account()) && row.contains(place));
    for (String table :
        List.of("account_proxies", "telegram_logins", "integration_logs", "audit_trail")) {
      assertThat(rows(table)).noneMatch(row -> row.contains(LOGIN.password()));
    }
  }

  private static List<String> rows(String from) {
    return sql()
        .sql("select row_to_json(t)::text from (select * from " + from + ") t")
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void what_does_not_lead_to_telegram_is_refused_with_its_reason_and_changes_nothing()
      throws IOException {
    connected();
    TestProxy socks = with(TestProxy.socks5(LOGIN));
    TestProxy mt = with(TestProxy.mtProxy(MtProxySecret.parse(SECRET), ignored -> nowhere()));
    mt.refuse(true);

    assertRefused(body("SOCKS5", unusedPort(), ""), "proxy-unreachable");
    assertRefused(withLogin(socks, "wrong"), "proxy-login-refused");
    assertRefused(body("HTTP", socks.port(), ""), "proxy-silent");
    assertRefused(
        body("MTPROTO", mt.port(), ",\"secret\":\"" + SECRET + "\""), "proxy-secret-refused");
    assertRefused(
        "{\"kind\":\"HTTP\",\"host\":\"169.254.169.254\",\"port\":80}", "proxy-address-forbidden");

    assertThat(api.get(path()).ok().body().has("kind")).isFalse();
    assertThat(rows("account_proxies where account_id = '" + account + "'")).isEmpty();
    awaitState("CONNECTED");
  }

  private void assertRefused(String body, String code) {
    Api.Answer refused = set(body);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.status()).isEqualTo(422);
  }

  private static DcAddress nowhere() {
    return new DcAddress(1, "127.0.0.1", 9);
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  @Test
  void bad_input_is_named_field_by_field() {
    connected();
    for (String bad :
        List.of(
            "{}",
            "{\"kind\":\"HTTP\",\"host\":\"a b\",\"port\":0}",
            "{\"kind\":\"HTTP\",\"host\":\"a\\r\\nb\",\"port\":70000}",
            body("MTPROTO", 443, ""),
            body("MTPROTO", 443, ",\"secret\":\"dd00\""),
            body("MTPROTO", 443, ",\"secret\":\"ee00112233445566778899aabbccddeeff\""),
            body("SOCKS5", 1, ",\"secret\":\"" + SECRET + "\""),
            body("SOCKS5", 1, ",\"password\":\"x\""),
            body("SOCKS5", 1, ",\"username\":\"a\\nb\""),
            body("HTTP", 1, ",\"username\":\"a:b\""))) {
      Api.Answer refused = set(bad);
      assertThat(refused.code()).as(bad).isEqualTo("invalid-input");
      assertThat(refused.body().get("errors").size()).as(bad).isPositive();
    }
    assertThat(Api.newMember(node).get(path()).code()).isEqualTo("account-not-found");
    assertThat(api.as("viewer").delete(path()).code()).isEqualTo("not-allowed");
  }

  @Test
  void a_proxy_that_dies_is_said_so_and_never_gone_around_not_even_after_a_restart() {
    connected();
    TestProxy proxy = with(TestProxy.http(null));
    set(body("HTTP", proxy.port(), "")).ok();
    Awaitility.await("on its way").until(() -> proxy.destinations.size() == 2);
    awaitState("CONNECTED");

    proxy.refuse(true);
    proxy.cut();
    awaitState("PROXY_FAILED");
    assertThat(api.get("/accounts/" + account).text("stateReason")).isEqualTo("proxy-silent");
    assertThat(api.get("/accounts/" + account + "/devices").code()).isEqualTo("proxy-silent");
    node.close();
    node = startNode();
    api = api.at(node.address());
    int attempts = proxy.connections.get();
    Awaitility.await("several attempts, all of them at the proxy")
        .atMost(Duration.ofSeconds(20))
        .until(() -> proxy.connections.get() >= attempts + 3);
    awaitState("PROXY_FAILED");
    assertThat(proxy.destinations).hasSize(2);

    api.delete(path()).ok();
    awaitState("CONNECTED");
    assertWrittenDown("PROXY_REMOVED", "account.proxy-remove", "HTTP 127.0.0.1:" + proxy.port());
    assertThat(proxy.destinations).hasSize(2);
  }

  @Test
  void a_new_account_makes_its_first_contact_through_the_proxy_and_keeps_it() {
    TestProxy proxy = with(TestProxy.socks5(LOGIN));
    String wish = "{\"phoneNumber\":\"+%s\",\"proxy\":%s}";
    Api.Answer refused = api.post("/connect", wish.formatted(PHONE, withLogin(proxy, "wrong")));
    assertThat(refused.code()).isEqualTo("proxy-login-refused");
    assertThat(api.get("/connect").body().get("items").size()).isZero();

    Api.Answer login =
        api.post("/connect", wish.formatted(PHONE, withLogin(proxy, LOGIN.password()))).ok();
    int before = proxy.destinations.size();
    assertThat(before).isGreaterThanOrEqualTo(2);
    String code = "{\"code\":\"" + sandbox.code(PHONE) + "\"}";
    account = api.post("/connect/" + login.text("id") + "/code", code).ok().text("accountId");
    awaitState("CONNECTED");

    assertThat(api.get(path()).ok().text("kind")).isEqualTo("SOCKS5");
    assertThat(proxy.destinations.size()).isGreaterThanOrEqualTo(before + 2);
    assertThat(rows("telegram_logins where proxy_sealed is not null")).isEmpty();
  }
}
