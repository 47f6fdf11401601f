package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

/// Posts with a time of their own: until they go out they can be changed, cancelled and taken back.
class PlannedPublishTest {
  /// Утренний бриф: the account owns it.
  private static final String OWN = "2100000001";

  private static SandboxWorld sandbox;
  private static TestNode node;
  private static Api api;
  private static String account;
  private static String channel;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    node =
        TestNode.start(
            TestPostgres.freshDatabase(),
            sandbox.address(),
            Files.createTempDirectory("planned").resolve("keyring"));
    api = Api.newMember(node);
    api.await("/mode", mode -> mode.path("ready").asBoolean());
    account = api.connect(sandbox, "9996610001");
    channel = api.channel(account, OWN);
  }

  @AfterAll
  static void stop() {
    node.close();
    sandbox.close();
  }

  @AfterEach
  void noFaults() {
    sandbox.noFaults();
  }

  private static Api.Answer plan(String text, String more) {
    String body = "{\"channelId\":\"%s\",\"text\":\"%s\"%s}".formatted(channel, text, more);
    return api.publish(UUID.randomUUID().toString(), body);
  }

  private static String at(Instant when) {
    return ",\"plannedAt\":\"" + when + "\"";
  }

  private static String planLater(String text) {
    return plan(text, at(Instant.now().plus(1, ChronoUnit.HOURS))).ok().text("id");
  }

  @Test
  void a_planned_post_goes_out_by_itself_and_not_before_its_time() {
    Instant when = Instant.now().plusMillis(1500);
    Api.Answer planned = plan("on time", at(when)).ok();
    assertThat(planned.text("state")).isEqualTo("PLANNED");
    assertThat(Instant.parse(planned.text("plannedAt")))
        .isEqualTo(when.truncatedTo(ChronoUnit.MICROS));
    JsonNode sent = api.awaitState("/messages/" + planned.text("id"), "SENT");
    assertThat(Instant.now()).isAfter(when);
    assertThat(sent.get("lateMillis").asLong()).isNotNegative();
    assertThat(sent.get("attempts").asInt()).isEqualTo(1);
    assertThat(sandbox.posts(OWN, "on time")).hasSize(1);
  }

  @Test
  void a_local_time_is_read_on_the_clock_of_its_zone() {
    ZoneId zone = ZoneId.of("Asia/Tokyo");
    LocalDateTime clock = LocalDateTime.now(zone).plusDays(2).truncatedTo(ChronoUnit.MINUTES);
    Api.Answer planned =
        plan("in Tokyo", ",\"plannedLocal\":\"%s\",\"timeZone\":\"%s\"".formatted(clock, zone))
            .ok();
    assertThat(Instant.parse(planned.text("plannedAt"))).isEqualTo(clock.atZone(zone).toInstant());
    assertThat(planned.text("timeZone")).isEqualTo("Asia/Tokyo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"plannedAt\":\"2020-01-01T00:00:00Z\"|plannedAt",
        "\"plannedAt\":\"2999-01-01T00:00:00Z\"|plannedAt",
        "\"plannedAt\":\"2030-01-01T00:00:00\"|plannedAt",
        "\"plannedAt\":\"tomorrow\"|plannedAt",
        "\"plannedLocal\":\"2030-01-01T00:00\"|timeZone",
        "\"plannedLocal\":\"noon\",\"timeZone\":\"Europe/Berlin\"|plannedLocal",
        "\"plannedLocal\":\"2030-01-01T00:00\",\"timeZone\":\"Moon/Base\"|timeZone",
        "\"plannedLocal\":\"2030-01-01T00:00\",\"plannedAt\":\"2030-01-01T00:00:00Z\"|plannedLocal",
        "\"patienceSeconds\":-1|patienceSeconds",
        "\"options\":{\"replyTo\":0}|options.replyTo",
      })
  void what_cannot_be_planned_is_named(String more, String field) {
    Api.Answer refused = plan("never", "," + more);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("invalid-input");
    assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void a_post_for_later_does_not_hold_up_one_for_now() {
    String later = planLater("later");
    String now = plan("now", "").ok().text("id");
    api.awaitState("/messages/" + now, "SENT");
    assertThat(api.get("/messages/" + later).text("state")).isEqualTo("PLANNED");
  }

  @Test
  void a_planned_post_can_be_changed_until_it_goes_out() {
    String id = planLater("first words");
    Api.Answer changed =
        api.patch(
                "/messages/" + id,
                "{\"text\":\"last words\",\"options\":{\"silent\":true}"
                    + at(Instant.now().plusMillis(300))
                    + "}")
            .ok();
    assertThat(changed.text("text")).isEqualTo("last words");
    api.awaitState("/messages/" + id, "SENT");
    assertThat(sandbox.posts(OWN, "first words")).isEmpty();
    assertThat(sandbox.posts(OWN, "last words")).hasSize(1);
    assertThat(sandbox.posts(OWN, "last words").getFirst().get("silent").asBoolean()).isTrue();
    assertThat(api.get("/logs?kind=DELIVERY_CHANGED").body().get("items")).isNotEmpty();
  }

  @Test
  void a_cancelled_post_is_not_sent_and_can_be_taken_back() {
    String id = planLater("taken back");
    assertThat(api.post("/messages/" + id + "/cancel", "").ok().text("state"))
        .isEqualTo("CANCELLED");
    Api.Answer again = api.post("/messages/" + id + "/cancel", "");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("post-not-changeable");
    assertThat(api.patch("/messages/" + id, "{\"text\":\"x\"}").code())
        .isEqualTo("post-not-changeable");
    Api.Answer back = api.post("/messages/" + id + "/retry", "").ok();
    assertThat(back.text("state")).isEqualTo("PLANNED");
    assertThat(Instant.parse(back.text("plannedAt"))).isAfter(Instant.now());
    api.patch("/messages/" + id, "{" + at(Instant.now()).substring(1) + "}").ok();
    api.awaitState("/messages/" + id, "SENT");
    assertThat(sandbox.posts(OWN, "taken back")).hasSize(1);
    assertThat(api.post("/messages/" + id + "/cancel", "").code()).isEqualTo("post-not-changeable");
  }

  @Test
  void a_refused_post_is_tried_again_under_a_new_random_id() {
    sandbox.fault(
        """
        {"method":"messages.sendMessage","kind":"RPC_ERROR","errorCode":400,"errorType":"MESSAGE_EMPTY","times":1}
        """);
    String id = plan("second chance", "").ok().text("id");
    JsonNode refused = api.awaitState("/messages/" + id, "REFUSED");
    assertThat(refused.at("/refusal/detail").asString()).contains("Write something visible");
    long before = randomId(id);
    api.post("/messages/" + id + "/retry", "").ok();
    JsonNode sent = api.awaitState("/messages/" + id, "SENT");
    assertThat(sent.has("refusal")).isFalse();
    assertThat(randomId(id)).isNotEqualTo(before);
    assertThat(sandbox.posts(OWN, "second chance")).hasSize(1);
  }

  private static long randomId(String id) {
    return node.bean(ServiceDatabase.class)
        .sql()
        .sql("select random_id from deliveries where id = :id")
        .param("id", UUID.fromString(id))
        .query(Long.class)
        .single();
  }

  @Test
  void a_wait_longer_than_the_patience_is_told_at_once() {
    Api other = Api.newMember(node);
    String id = other.connect(sandbox, "9996620001");
    sandbox.fault(
        """
        {"number":"9996620001","method":"messages.sendMessage","kind":"FLOOD_WAIT","seconds":5000}
        """);
    String body =
        "{\"channelId\":\"%s\",\"text\":\"patient\",\"patienceSeconds\":%d}"
            .formatted(other.channel(id, OWN), 6000);
    String patient = other.publish("patient", body).ok().text("id");
    other.awaitState("/accounts/" + id, "FLOOD_WAIT");
    assertThat(other.get("/messages/" + patient).body().get("delayed").asBoolean()).isFalse();

    String hasty =
        other
            .publish("hasty", body.replace("6000", "60").replace("patient\"", "hasty\""))
            .ok()
            .text("id");
    JsonNode told = other.get("/messages/" + hasty).body();
    assertThat(told.get("delayed").asBoolean()).isTrue();
    assertThat(Instant.parse(told.get("retryAt").asString()))
        .isAfter(Instant.now().plus(Duration.ofSeconds(4000)));
    assertThat(other.get("/logs?kind=DELIVERY_PLANNED").body().at("/items/0/detail").asString())
        .contains("no earlier than");
    assertThat(other.delete("/accounts/" + id).status()).isEqualTo(204);
  }

  @Test
  void others_and_viewers_change_nothing() {
    String id = planLater("mine");
    Api stranger = Api.newMember(node);
    assertThat(stranger.post("/messages/" + id + "/cancel", "").code())
        .isEqualTo("delivery-not-found");
    assertThat(stranger.patch("/messages/" + id, "{}").code()).isEqualTo("delivery-not-found");
    assertThat(stranger.delete("/messages/" + id).code()).isEqualTo("delivery-not-found");
    for (String act : new String[] {"cancel", "retry", "pin", "unpin"}) {
      assertThat(api.as("viewer").post("/messages/" + id + "/" + act, "").status()).isEqualTo(403);
    }
    assertThat(api.as("viewer").patch("/messages/" + id, "{}").status()).isEqualTo(403);
    assertThat(api.as("viewer").delete("/messages/" + id).status()).isEqualTo(403);
  }
}
