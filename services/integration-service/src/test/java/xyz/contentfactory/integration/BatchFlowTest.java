package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

/// Many numbers at once, against the sandbox.
class BatchFlowTest {
  private static final String SEND_CODE = "\"method\":\"auth.sendCode\"";

  /// Of whom other tests know nothing.
  private static final String OWN = "9996610031";

  private static SandboxWorld sandbox;
  private static TestNode node;

  private Api api;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    Map<String, Object> settings =
        TestNode.settings(
            TestPostgres.freshDatabase(),
            sandbox.address(),
            Files.createTempDirectory("batch").resolve("keyring"));
    settings.put("integration-service.connect.numbers", 8);
    settings.put("integration-service.connect.open", 4);
    node = TestNode.start(settings, new MovableClock());
    Api.newMember(node).await("/mode", mode -> mode.path("ready").asBoolean());
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
  void noFaults() {
    sandbox.noFaults();
  }

  private static void refused(String number, String type) {
    sandbox.fault(
        "{\"number\":\"%s\",%s,\"kind\":\"RPC_ERROR\",\"errorCode\":400,\"errorType\":\"%s\",\"times\":1}"
            .formatted(number, SEND_CODE, type));
  }

  private void connect(String batch, int line, String phone) {
    JsonNode row = api.awaitRow(batch, line, "CODE_SENT");
    assertThat(api.enterCode(sandbox, row, phone).ok().text("step")).isEqualTo("SIGNED_IN");
  }

  @Test
  void each_number_goes_its_own_way_and_faulty_lines_hold_nobody_up() {
    sandbox.set(OWN, "{\"name\":\"Only here\"}");
    long before = sandbox.codesSent(OWN);
    sandbox.fault(
        "{\"number\":\"9996610031\",%s,\"kind\":\"FLOOD_WAIT\",\"seconds\":2,\"times\":1}"
            .formatted(SEND_CODE));
    Api.Answer made =
        api.batch(
            "each", "+99966 (1) 0001", OWN, "9996620002", "99966-200-09", "nobody", "9996610001");
    assertThat(made.status()).isEqualTo(201);
    String batch = made.text("id");
    assertThat(made.body().at("/rows/4/refusal/code").asString())
        .isEqualTo("phone-number-unreadable");
    assertThat(made.body().at("/rows/5/refusal/code").asString())
        .isEqualTo("phone-number-repeated");
    assertThat(made.body().at("/rows/5/refusal/detail").asString()).contains("line 1");

    JsonNode flooded = api.awaitRow(batch, 2, "WAITING");
    assertThat(flooded.at("/phoneMasked").asString()).doesNotContain(OWN).contains("*");
    connect(batch, 1, "9996610001");
    JsonNode banned = api.awaitRow(batch, 4, "REFUSED");
    assertThat(banned.at("/refusal/code").asString()).isEqualTo("phone-number-banned");
    assertThat(banned.at("/retryable").asBoolean()).isTrue();
    JsonNode locked = api.awaitRow(batch, 3, "CODE_SENT");
    api.enterCode(sandbox, locked, "9996620002").ok();
    assertThat(api.awaitRow(batch, 3, "PASSWORD_NEEDED").at("/login/passwordHint").asString())
        .startsWith("sandbox-");
    String login = locked.at("/login/id").asString();
    api.post("/connect/" + login + "/password", "{\"password\":\"sandbox-0002\"}").ok();
    connect(batch, 2, OWN);

    JsonNode done = api.get("/connect/batches/" + batch).body();
    assertThat(done.get("connected").asInt()).isEqualTo(3);
    assertThat(done.get("unfinished").asInt()).isZero();
    assertThat(done.at("/rows/0/accountId").asString()).isNotEmpty();
    assertThat(sandbox.codesSent(OWN)).isEqualTo(before + 1);
    assertThat(api.get("/logs?code=flood-wait").body().get("items")).hasSize(1);
    awaitNoNumbers(batch, 1);
  }

  /// Only what can be asked for again keeps its number.
  private static void awaitNoNumbers(String batch, int left) {
    Awaitility.await("erased")
        .untilAsserted(() ->
            assertThat(
                    node.bean(ServiceDatabase.class)
                        .sql()
                        .sql(
                            """
                            select count(*) from connect_batch_rows
                             where batch_id = :batch and phone_sealed is not null
                            """)
                        .param("batch", UUID.fromString(batch))
                        .query(Integer.class)
                        .single())
                .isEqualTo(left));
  }

  @Test
  void a_list_without_a_good_line_changes_nothing_and_names_every_fault() {
    Api.Answer answer = api.batch("bad", "nobody", "0151 23");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/1/field").asString()).isEqualTo("numbers[1]");
    assertThat(api.batch("many", "1", "2", "3", "4", "5", "6", "7", "8", "9").code())
        .isEqualTo("invalid-input");
    assertThat(api.batch("", "9996610001").code()).isEqualTo("idempotency-key-missing");
    assertThat(api.get("/connect/batches").body().get("items")).isEmpty();
  }

  @Test
  void the_same_key_makes_one_list_and_never_another() {
    Api.Answer first = api.batch("once", "9996630002");
    Api.Answer again = api.batch("once", "9996630002");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(api.batch("once", "9996630001").code()).isEqualTo("idempotency-key-reused");
    assertThat(api.batch("twice", "9996630002").body().at("/errors/0/code").asString())
        .isEqualTo("phone-number-repeated");
    assertThat(Api.newMember(node).get("/connect/batches/" + first.text("id")).status())
        .isEqualTo(404);
  }

  @Test
  void what_is_given_up_waits_no_more_and_codes_under_way_end_at_telegram() {
    // no list of another test may ask for codes of these meanwhile
    List<String> numbers =
        List.of("9996610041", "9996610043", "9996620041", "9996620043", "9996630042");
    numbers.forEach(number -> sandbox.set(number, "{\"name\":\"Given up\"}"));
    String batch = api.batch("up", numbers.toArray(String[]::new)).ok().text("id");
    api.awaitRow(batch, 4, "CODE_SENT");
    api.awaitRow(batch, 5, "WAITING");
    long before = sandbox.codesSent("9996630042");

    api.post("/connect/batches/" + batch + "/rows/1/cancel", "{}").ok();
    api.awaitRow(batch, 1, "CANCELLED");
    api.awaitRow(batch, 5, "CODE_SENT");
    assertThat(sandbox.codesSent("9996630042")).isEqualTo(before + 1);
    // somebody else asks for a code of the same number, so that Telegram forgets ours
    Api.newMember(node).post("/connect", "{\"phoneNumber\":\"9996620041\"}").ok();
    api.post("/connect/batches/" + batch + "/cancel", "{}").ok();

    api.await("/connect/batches/" + batch, body -> body.get("unfinished").asInt() == 0);
    assertThat(List.of("9996610041", "9996610043", "9996630042"))
        .allSatisfy(phone -> assertThat(sandbox.isCodeOpen(phone)).isFalse());
    assertThat(api.get("/connect").body().get("items")).isEmpty();
    assertThat(api.get("/logs?kind=BATCH_CANCELLED").body().get("items")).hasSize(2);
    awaitNoNumbers(batch, 0);
  }

  @Test
  void an_error_that_concerns_the_installation_stops_all_and_all_can_be_tried_again() {
    refused("9996620001", "API_ID_INVALID");
    sandbox.set(OWN, "{\"name\":\"Only here\"}");
    long before = sandbox.codesSent(OWN);
    String batch =
        api.batch("app", "9996620001", "9996610001", "9996610003", "9996620003", OWN)
            .ok()
            .text("id");

    JsonNode last = api.awaitRow(batch, 5, "REFUSED");
    assertThat(last.at("/refusal/telegramType").asString()).isEqualTo("API_ID_INVALID");
    assertThat(sandbox.codesSent(OWN)).isEqualTo(before);
    api.post("/connect/batches/" + batch + "/retry", "{}").ok();

    api.awaitRow(batch, 1, "CODE_SENT");
  }

  @Test
  void a_blocked_member_s_list_stops() {
    node.bean(TestNode.SaidStanding.class).block(api.member());
    String batch = api.batch("blocked", "9996610001").ok().text("id");

    api.awaitRow(batch, 1, "CANCELLED");
    assertThat(api.get("/logs?kind=BATCH_CANCELLED").body().get("items")).hasSize(1);
  }

  @Test
  void more_numbers_than_allowed_are_not_under_way_at_once() {
    refused("9996610001", "PHONE_NUMBER_FLOOD");
    api.batch("full", "9996610001", "9996610003", "9996620001", "9996620003", "9996630002").ok();

    Api.Answer more =
        api.batch("more", "9996610002", "9996630001", "9996630003", "9996610004", "9996620004");

    assertThat(more.code()).isEqualTo("too-many-requests");
    assertThat(api.get("/connect/batches").body().get("items")).hasSize(1);
  }
}
