package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.fleet.Fleet;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

/// An account between connecting and disconnecting: its devices, and its rest.
class AccountLifeTest {
  private static final String OWN = "2100000001";
  private static final String PHONE = "9996610001";

  private static SandboxWorld sandbox;
  private static TestNode node;

  private Api api;
  private String account;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    Path keyring = Files.createTempDirectory("life").resolve("keyring");
    node =
        TestNode.start(
            TestNode.settings(TestPostgres.freshDatabase(), sandbox.address(), keyring),
            new MovableClock());
    Api.newMember(node).await("/mode", mode -> mode.path("ready").asBoolean());
  }

  @AfterAll
  static void stop() {
    node.close();
    sandbox.close();
  }

  @BeforeEach
  void connect() {
    api = Api.newMember(node);
    account = api.connect(sandbox, PHONE);
  }

  @AfterEach
  void disconnect() {
    sandbox.noFaults();
    api.delete("/accounts/" + account);
  }

  private JsonNode devices() {
    return api.get("/accounts/" + account + "/devices").ok().body().get("items");
  }

  private List<String> ids() {
    return devices()
        .valueStream()
        .map(device -> device.get("id").asString())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String post(String text) {
    String body =
        "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(api.channel(account, OWN), text);
    return api.publish("rest-1", body).ok().text("id");
  }

  private Api.Answer pause() {
    return api.post("/accounts/" + account + "/pause", "");
  }

  private Api.Answer resume() {
    return api.post("/accounts/" + account + "/resume", "");
  }

  private static long leases(String account) {
    return node.bean(ServiceDatabase.class)
        .sql()
        .sql("select count(*) from leases where name = :name and expires_at > now()")
        .param("name", "account/" + account)
        .query(Long.class)
        .single();
  }

  private String kindOfNewestLine() {
    return api.get("/logs?accountId=" + account).body().at("/items/0/kind").asString();
  }

  @Test
  void other_devices_are_listed_and_ended_and_the_end_stands_in_the_journal() {
    List<String> before = ids();
    Api elsewhere = Api.newMember(node);
    String other = elsewhere.connect(sandbox, PHONE);
    List<String> added = ids();
    added.removeAll(before);
    assertThat(added).hasSize(1);
    String path = "/accounts/" + account + "/devices/" + added.getFirst();
    assertThat(Api.newMember(node).delete(path).code()).isEqualTo("account-not-found");
    assertThat(api.as("viewer").delete(path).status()).isEqualTo(403);

    assertThat(api.delete(path).status()).isEqualTo(204);
    elsewhere.post("/accounts/" + other + "/channels/refresh", "");
    elsewhere.awaitState("/accounts/" + other, "NEEDS_LOGIN");
    assertThat(kindOfNewestLine()).isEqualTo("DEVICE_ENDED");
    assertThat(api.delete(path).code()).isEqualTo("device-not-found");
    elsewhere.delete("/accounts/" + other);
  }

  @Test
  void its_own_device_and_nonsense_are_no_devices_to_end() {
    JsonNode ours =
        devices()
            .valueStream()
            .filter(device -> device.get("current").asBoolean())
            .findFirst()
            .orElseThrow();
    assertThat(ours.get("id").asString()).isEqualTo("0");
    assertThat(ours.get("model").asString()).isEqualTo("Content Factory");
    for (String device : new String[] {"0", "nonsense", "12345"}) {
      Api.Answer refused = api.delete("/accounts/" + account + "/devices/" + device);
      assertThat(refused.code()).isEqualTo("device-not-found");
    }
  }

  @Test
  void what_telegram_refuses_to_a_young_login_is_said_in_words() {
    sandbox.fault(
        """
        {"number":"9996610001","method":"account.resetAuthorization","kind":"RPC_ERROR","times":1,
         "errorCode":406,"errorType":"FRESH_RESET_AUTHORISATION_FORBIDDEN"}
        """);
    Api elsewhere = Api.newMember(node);
    String other = elsewhere.connect(sandbox, PHONE);
    String device = ids().stream().filter(id -> !id.equals("0")).findFirst().orElseThrow();
    Api.Answer refused = api.delete("/accounts/" + account + "/devices/" + device);
    assertThat(refused.code()).isEqualTo("telegram-refused");
    assertThat(refused.text("detail")).contains("younger than a day");
    elsewhere.delete("/accounts/" + other);
  }

  @Test
  void a_paused_account_is_held_by_nobody_and_its_posts_wait_until_it_is_resumed() {
    assertThat(api.as("viewer").post("/accounts/" + account + "/pause", "").status())
        .isEqualTo(403);
    Api.Answer paused = pause().ok();
    assertThat(paused.text("state")).isEqualTo("PAUSED");
    assertThat(leases(account)).isZero();
    assertThat(kindOfNewestLine()).isEqualTo("ACCOUNT_PAUSED");
    assertThat(pause().text("stateSince")).isEqualTo(paused.text("stateSince"));
    assertThat(api.post("/accounts/" + account + "/channels/refresh", "").code())
        .isEqualTo("account-paused");
    assertThat(api.get("/accounts/" + account + "/devices").code()).isEqualTo("account-paused");

    String delivery = post("after the rest");
    node.bean(Fleet.class).sweep();
    assertThat(leases(account)).isZero();
    assertThat(api.get("/messages/" + delivery).text("state")).isEqualTo("PLANNED");

    resume().ok();
    api.awaitState("/messages/" + delivery, "SENT");
    api.awaitState("/accounts/" + account, "CONNECTED");
    assertThat(resume().text("state")).isEqualTo("CONNECTED");
  }

  @Test
  void a_flood_wait_outlives_a_pause() {
    sandbox.fault(
        "{\"number\":\"9996610001\",\"method\":\"messages.getDialogs\",\"kind\":\"FLOOD_WAIT\",\"seconds\":900,\"times\":1}");
    assertThat(api.post("/accounts/" + account + "/channels/refresh", "").code())
        .isEqualTo("flood-wait");
    String until =
        api.awaitState("/accounts/" + account, "FLOOD_WAIT").get("stateUntil").asString();
    pause().ok();
    resume().ok();
    JsonNode after = api.awaitState("/accounts/" + account, "FLOOD_WAIT");
    assertThat(after.get("stateUntil").asString()).isEqualTo(until);
  }

  @Test
  void disconnecting_a_paused_account_logs_it_out_at_telegram_too() {
    Api elsewhere = Api.newMember(node);
    String other = elsewhere.connect(sandbox, PHONE);
    int before = devices().size();
    pause().ok();
    assertThat(api.delete("/accounts/" + account).status()).isEqualTo(204);
    JsonNode left = elsewhere.get("/accounts/" + other + "/devices").ok().body().get("items");
    assertThat(left.size()).isEqualTo(before - 1);
    elsewhere.delete("/accounts/" + other);
  }

  @Test
  void an_account_that_needs_a_login_cannot_be_paused() {
    sandbox.fault(
        """
        {"number":"9996610001","method":"messages.getDialogs","kind":"RPC_ERROR","times":1,
         "errorCode":401,"errorType":"SESSION_REVOKED"}
        """);
    api.post("/accounts/" + account + "/channels/refresh", "");
    api.awaitState("/accounts/" + account, "NEEDS_LOGIN");
    assertThat(pause().code()).isEqualTo("account-logged-out");
  }
}
