package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.account.HandOver;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.NodeProcess;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestDepartures;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.identity.Departures;

/// A member is deleted: what becomes of their Telegram accounts.
class DeparturesTest {
  private static final String PHONE = "9996610001";
  private static final String OWN = "2100000001";

  private final DatabaseSettings database = TestPostgres.freshDatabase();
  private final MovableClock clock = new MovableClock();
  private SandboxWorld sandbox;
  private Path keyring;
  private TestNode node;

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    keyring = Files.createTempDirectory("departures").resolve("keyring");
    node = TestNode.start(TestNode.settings(database, sandbox.address(), keyring), clock);
  }

  @AfterEach
  void stop() {
    node.close();
    sandbox.close();
  }

  private Api newMember() {
    Api api = Api.newMember(node);
    api.await("/mode", mode -> mode.path("ready").asBoolean());
    return api;
  }

  private void depart(Api member, @Nullable Api heir) {
    node.bean(TestDepartures.class)
        .add(member.member(), heir == null ? null : heir.member(), clock.instant());
  }

  private void awaitSettled() {
    clock.move(Duration.ofMinutes(10));
    Awaitility.await("settled")
        .atMost(Duration.ofSeconds(40))
        .until(() -> node.bean(Departures.class).waiting().isEmpty());
  }

  private static void awaitNoAccounts(Api member) {
    member.await("/accounts", body -> body.path("items").isEmpty());
  }

  private static String publish(Api member, String account, String key, String text) {
    String channel = member.channel(account, OWN);
    String body = "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(channel, text);
    return member.publish(key, body).ok().text("id");
  }

  @Test
  void without_an_heir_accounts_are_logged_out_once_telegram_lets_them_and_open_logins_end() {
    Api member = newMember();
    member.connect(sandbox, PHONE);
    member.post("/connect", "{\"phoneNumber\":\"9996610002\"}").ok();
    String batch = member.batch("left", "9996610003").ok().text("id");
    member.awaitRow(batch, 1, "CODE_SENT");
    sandbox.fault(
        "{\"method\":\"auth.logOut\",\"kind\":\"RPC_ERROR\",\"errorCode\":500,\"errorType\":\"INTERNAL\",\"times\":1000}");
    depart(member, null);

    member.await(
        "/logs?kind=ACCOUNT_DISCONNECTED&result=FAILED", body -> body.path("items").size() > 1);
    assertThat(member.get("/accounts").body().path("items")).hasSize(1);
    assertThat(sandbox.keysOf(PHONE)).isNotEmpty();
    sandbox.noFaults();
    awaitNoAccounts(member);
    assertThat(sandbox.keysOf(PHONE)).isEmpty();
    assertThat(member.get("/connect").body().path("items")).isEmpty();
    assertThat(member.get("/logs?kind=ACCOUNT_DISCONNECTED&result=OK").body().path("items"))
        .hasSize(1);
    assertThat(sandbox.isCodeOpen("9996610002")).isFalse();
    member.awaitRow(batch, 1, "CANCELLED");
    assertThat(sandbox.isCodeOpen("9996610003")).isFalse();
    awaitSettled();
  }

  @Test
  void an_account_that_becomes_the_members_after_the_deletion_is_found_too() {
    Api member = newMember();
    Api other = newMember();
    String account = other.connect(sandbox, PHONE);
    depart(member, null);
    node.bean(HandOver.class).handOver(UUID.fromString(account), member.member());

    awaitNoAccounts(member);
    sandbox.awaitLoggedOut(PHONE);
    assertThat(node.bean(Departures.class).waiting()).hasSize(1);
    awaitSettled();
  }

  @Test
  void an_heir_gets_the_account_its_auth_key_its_posts_and_what_is_planned() {
    Api member = newMember();
    Api heir = newMember();
    String account = member.connect(sandbox, PHONE);
    member.await(
        "/messages/" + publish(member, account, "same-key", "before"),
        body -> body.path("state").asString().equals("SENT"));
    sandbox.fault(
        "{\"method\":\"messages.sendMessage\",\"kind\":\"FLOOD_WAIT\",\"seconds\":600,\"times\":1}");
    String planned = publish(member, account, "planned", "after");
    member.await("/messages/" + planned, body -> body.path("attempts").asInt() == 1);
    List<String> keys = sandbox.keysOf(PHONE);
    assertThat(keys).isNotEmpty();
    depart(member, heir);

    heir.await(
        "/accounts/" + account, body -> body.path("state").asString("").equals("FLOOD_WAIT"));
    assertThat(sandbox.keysOf(PHONE)).isEqualTo(keys);
    assertThat(heir.get("/messages").body().path("items")).hasSize(2);
    assertThat(member.get("/messages").body().path("items")).isEmpty();
    assertThat(member.get("/accounts").body().path("items")).isEmpty();
    assertThat(heir.get("/logs?kind=ACCOUNT_HANDED_OVER").body().at("/items/0/detail").asString())
        .endsWith("1 planned posts came along.");

    clock.move(Duration.ofMinutes(11));
    heir.awaitState("/messages/" + planned, "SENT");
    assertThat(sandbox.posts(OWN, "after")).hasSize(1);
    assertThat(heir.publish("same-key", body(heir, account)).ok().text("state")).isNotEmpty();
    awaitSettled();
  }

  private static String body(Api member, String account) {
    return "{\"channelId\":\"%s\",\"text\":\"once more\"}".formatted(member.channel(account, OWN));
  }

  @Test
  void what_the_heir_has_connected_themselves_is_disconnected_and_not_had_twice() {
    Api member = newMember();
    Api heir = newMember();
    member.connect(sandbox, PHONE);
    String own = heir.connect(sandbox, PHONE);
    depart(member, heir);

    awaitNoAccounts(member);
    JsonNode left = heir.get("/accounts").body().path("items");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).path("id").asString()).isEqualTo(own);
    assertThat(left.get(0).path("state").asString()).isEqualTo("CONNECTED");
    awaitSettled();
  }

  @Test
  void an_account_that_needs_a_login_makes_room_for_the_one_that_is_logged_in() {
    Api member = newMember();
    Api heir = newMember();
    String account = member.connect(sandbox, PHONE);
    String dead = heir.connect(sandbox, PHONE);
    node.bean(ServiceDatabase.class)
        .sql()
        .sql("update telegram_sessions set state = 'NEEDS_LOGIN' where id = :id")
        .param("id", UUID.fromString(dead))
        .update();
    depart(member, heir);

    heir.awaitState("/accounts/" + account, "CONNECTED");
    assertThat(heir.get("/accounts/" + dead).status()).isEqualTo(404);
    awaitSettled();
  }

  @Test
  void killed_after_telegram_has_logged_out_and_before_that_is_written_it_ends_all_the_same() {
    node.close();
    NodeProcess process = process();
    Api member = new Api(process.address(), UUID.randomUUID());
    try (ServiceDatabase opened = ServiceDatabase.open("integration", database)) {
      member.await("/mode", mode -> mode.path("ready").asBoolean());
      member.connect(sandbox, PHONE);
      sandbox.fault("{\"method\":\"auth.logOut\",\"kind\":\"DROP_ANSWER\",\"times\":1}");
      TestDepartures departures = new TestDepartures(opened);
      departures.add(member.member(), null, Instant.now().minus(Duration.ofMinutes(10)));
      sandbox.awaitLoggedOut(PHONE);
      process.kill();
      assertThat(departures.waiting()).hasSize(1);

      process = process();
      Api after = member.at(process.address());
      awaitNoAccounts(after);
      Awaitility.await("settled").until(() -> departures.waiting().isEmpty());
    } finally {
      process.close();
    }
  }

  private NodeProcess process() {
    return NodeProcess.start(TestNode.settings(database, sandbox.address(), keyring));
  }
}
