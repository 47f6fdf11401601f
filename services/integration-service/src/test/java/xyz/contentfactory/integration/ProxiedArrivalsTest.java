package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.telegram.client.LoginStep;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.SessionFormat;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.net.TestProxy;

/// Bots, sessions of other programs and lists of numbers arrive through a proxy; what has one is
/// never asked for by another way, not even while it needs a login.
class ProxiedArrivalsTest {
  private static final String PHONE = "9996610001";

  private static SandboxWorld sandbox;
  private static TestNode node;

  private Api api;
  private TestProxy proxy;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    Path keyring = Files.createTempDirectory("proxied").resolve("keyring");
    node = TestNode.start(TestPostgres.freshDatabase(), sandbox.address(), keyring);
    Api.newMember(node).await("/mode", mode -> mode.path("ready").asBoolean());
  }

  @AfterAll
  static void stop() {
    node.close();
    sandbox.close();
  }

  @BeforeEach
  void begin() {
    api = Api.newMember(node);
    proxy = TestProxy.socks5(null);
  }

  @AfterEach
  void end() {
    proxy.refuse(false);
    api.get("/accounts")
        .body()
        .get("items")
        .forEach(account -> api.delete("/accounts/" + account.get("id").asString()).ok());
    proxy.close();
  }

  private String chosen() {
    return "{\"kind\":\"SOCKS5\",\"host\":\"127.0.0.1\",\"port\":%d}".formatted(proxy.port());
  }

  private void awaitArrival(String account) {
    api.awaitState("/accounts/" + account, "CONNECTED");
    assertThat(api.get("/accounts/" + account + "/proxy").ok().body().path("port").asInt())
        .isEqualTo(proxy.port());
    assertThat(proxy.destinations.size())
        .as("the test, the first contact, the account")
        .isGreaterThanOrEqualTo(3);
  }

  /// As it is once Telegram has ended the login: nobody holds it, and it is its person's turn.
  private void needsLogin(String account) {
    api.post("/accounts/" + account + "/pause", "").ok();
    api.awaitState("/accounts/" + account, "PAUSED");
    node.bean(ServiceDatabase.class)
        .sql()
        .sql(
            "update telegram_sessions set state = 'NEEDS_LOGIN', paused_at = null, auth_key_id = null"
                + " where id = :id::uuid")
        .param("id", account)
        .update();
  }

  @Test
  void a_bot_arrives_through_the_proxy_and_its_renewal_does_not_go_around_it() {
    String token = sandbox.bot(PHONE, "proxied_bot").get("token").asString();
    String wish = "{\"token\":\"%s\",\"proxy\":%s}";
    proxy.refuse(true);
    assertThat(api.post("/bots", wish.formatted(token, chosen())).code()).isEqualTo("proxy-silent");
    assertThat(api.get("/bots").body().get("items")).isEmpty();
    proxy.refuse(false);
    String bot = api.post("/bots", wish.formatted(token, chosen())).ok().text("id");
    awaitArrival(bot);

    needsLogin(bot);
    String again = "{\"token\":\"%s\"}".formatted(token);
    proxy.refuse(true);
    assertThat(api.post("/bots", again).code()).isEqualTo("proxy-silent");
    proxy.refuse(false);
    int before = proxy.destinations.size();
    assertThat(api.post("/bots", again).ok().text("id")).isEqualTo(bot);
    api.awaitState("/accounts/" + bot, "CONNECTED");
    Awaitility.await("the renewal, and the account after it")
        .until(() -> proxy.destinations.size() >= before + 2);
  }

  @Test
  void a_session_arrives_through_the_proxy_and_another_of_its_person_does_not_go_around_it() {
    proxy.refuse(true);
    Api.Answer refused = imported(Map.of("sessions", session(), "proxy", asTree(chosen())));
    assertThat(refused.code()).isEqualTo("proxy-silent");
    proxy.refuse(false);
    JsonNode taken = imported(Map.of("sessions", session(), "proxy", asTree(chosen()))).ok().body();
    String account = taken.at("/items/0/accountId").asString();
    awaitArrival(account);

    needsLogin(account);
    String another = session();
    proxy.refuse(true);
    JsonNode silent = imported(Map.of("sessions", another)).ok().body();
    assertThat(silent.at("/items/0/code").asString()).isEqualTo("proxy-silent");
    proxy.refuse(false);
    JsonNode renewed = imported(Map.of("sessions", another)).ok().body();
    assertThat(renewed.at("/items/0/accountId").asString()).isEqualTo(account);
    api.awaitState("/accounts/" + account, "CONNECTED");
  }

  private Api.Answer imported(Map<String, Object> body) {
    return api.post("/sessions/import", Api.JSON.writeValueAsString(body));
  }

  private static JsonNode asTree(String json) {
    return Api.JSON.readTree(json);
  }

  /// A login of another program, in a format that says whose it is.
  private static String session() {
    TelegramGate gate = node.bean(TelegramGate.class);
    PhoneNumber phone = new PhoneNumber(PHONE);
    try (TelegramClient client = gate.open(null, login -> {}, null)) {
      var sent = (LoginStep.CodeSent) client.login().sendCode(phone);
      client.login().signIn(phone, sent.phoneCodeHash(), sandbox.code(PHONE));
      return gate.foreign(client.storedLogin(), false).write(SessionFormat.PYROGRAM);
    }
  }

  @Test
  void all_numbers_of_a_list_go_through_its_proxy_which_is_forgotten_with_the_last_of_them() {
    proxy.refuse(true);
    assertThat(batch("refused", chosen()).code()).isEqualTo("proxy-silent");
    assertThat(api.get("/connect/batches").body().get("items")).isEmpty();
    proxy.refuse(false);

    String list = batch("proxied", chosen()).ok().text("id");
    assertThat(batch("proxied", chosen()).ok().text("id")).isEqualTo(list);
    assertThat(batch("proxied", null).code()).isEqualTo("idempotency-key-reused");
    JsonNode row = api.awaitRow(list, 1, "CODE_SENT");
    String account = api.enterCode(sandbox, row, PHONE).ok().text("accountId");
    awaitArrival(account);
    Awaitility.await("nothing secret is left")
        .until(() ->
            node.bean(ServiceDatabase.class)
                .sql()
                .sql("select count(*) from connect_batches where proxy_sealed is not null")
                .query(Integer.class)
                .single()
                .equals(0));
  }

  private Api.Answer batch(String key, @Nullable String way) {
    String more = way == null ? "" : ",\"proxy\":" + way;
    return api.send(
        api.request("/connect/batches")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"numbers\":[\"" + PHONE + "\"]" + more + "}")));
  }
}
