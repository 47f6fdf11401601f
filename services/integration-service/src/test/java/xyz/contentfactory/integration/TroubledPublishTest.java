package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.notice.Notice;
import xyz.contentfactory.kit.notice.Notices;

/// Posts while Telegram or the network do not do as they should.
class TroubledPublishTest {
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
            Files.createTempDirectory("publish").resolve("keyring"));
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

  private static String post(String text) {
    return "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(channel, text);
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private static String publish(String text) {
    return api.publish(newKey(), post(text)).ok().text("id");
  }

  private static JsonNode awaitSent(String delivery) {
    return api.awaitState("/messages/" + delivery, "SENT");
  }

  @Test
  void a_refusal_of_telegram_is_final_and_has_its_reason() {
    sandbox.fault(
        """
        {"method":"messages.sendMessage","kind":"RPC_ERROR","errorCode":403,"errorType":"CHAT_WRITE_FORBIDDEN"}
        """);
    JsonNode refused = api.awaitState("/messages/" + publish("refused"), "REFUSED");
    assertThat(refused.at("/refusal/code").asString()).isEqualTo("post-not-allowed");
    assertThat(refused.at("/refusal/telegramType").asString()).isEqualTo("CHAT_WRITE_FORBIDDEN");
    assertThat(refused.at("/refusal/detail").asString()).contains("Ask an admin");
    assertThat(sandbox.posts(OWN, "refused")).isEmpty();
  }

  @Test
  void a_flood_wait_is_obeyed_and_shown() {
    sandbox.fault("{\"method\":\"messages.sendMessage\",\"kind\":\"FLOOD_WAIT\",\"seconds\":3}");
    Instant begun = Instant.now();
    String delivery = publish("after the flood");
    JsonNode waiting = api.await("/messages/" + delivery, body -> body.has("retryAt"));
    assertThat(waiting.get("state").asString()).isEqualTo("PLANNED");
    JsonNode paused = api.awaitState("/accounts/" + account, "FLOOD_WAIT");
    assertThat(Instant.parse(paused.get("stateUntil").asString()))
        .isAfterOrEqualTo(begun.plusSeconds(3));
    JsonNode wait = api.get("/flood-waits?accountId=" + account).body().at("/items/0");
    assertThat(wait.get("method").asString()).isEqualTo("messages.sendMessage");
    assertThat(wait.get("telegramType").asString()).isEqualTo("FLOOD_WAIT_3");
    assertThat(wait.get("until")).isEqualTo(paused.get("stateUntil"));
    assertThat(wait.get("times").asInt()).isEqualTo(1);
    assertThat(wait.get("longestSeconds").asInt()).isEqualTo(3);
    JsonNode sent = awaitSent(delivery);
    assertThat(sent.get("attempts").asInt()).isEqualTo(2);
    assertThat(Duration.between(begun, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    api.awaitState("/accounts/" + account, "CONNECTED");
    assertThat(sandbox.posts(OWN, "after the flood")).hasSize(1);
  }

  @Test
  void an_answer_that_gets_lost_does_not_double_the_post() {
    sandbox.fault(
        "{\"method\":\"messages.sendMessage\",\"kind\":\"EXECUTE_AND_CLOSE\",\"times\":1}");
    awaitSent(publish("answer lost"));
    assertThat(sandbox.posts(OWN, "answer lost")).hasSize(1);
  }

  @Test
  void a_connection_that_breaks_before_does_not_lose_the_post() {
    sandbox.fault("{\"method\":\"messages.sendMessage\",\"kind\":\"CLOSE\",\"times\":1}");
    awaitSent(publish("connection lost"));
    assertThat(sandbox.posts(OWN, "connection lost")).hasSize(1);
  }

  @Test
  void a_fault_of_telegram_is_tried_again() {
    sandbox.fault(
        """
        {"method":"messages.sendMessage","kind":"RPC_ERROR","errorCode":500,"errorType":"RPC_CALL_FAIL"}
        """);
    JsonNode sent = awaitSent(publish("after the fault"));
    assertThat(sent.get("attempts").asInt()).isEqualTo(2);
    assertThat(sandbox.posts(OWN, "after the fault")).hasSize(1);
    JsonNode traced = api.get("/logs?traceId=" + sent.get("id").asString()).body().get("items");
    assertThat(traced).hasSize(5);
    assertThat(traced.at("/0/kind").asString()).isEqualTo("DELIVERY_SENT");
    assertThat(traced.at("/0/attempt").asInt()).isEqualTo(2);
    assertThat(traced.at("/2/telegramType").asString()).isEqualTo("RPC_CALL_FAIL");
    assertThat(traced.at("/4/kind").asString()).isEqualTo("DELIVERY_PLANNED");
  }

  @Test
  void posts_of_a_channel_keep_their_order() {
    sandbox.fault("{\"method\":\"messages.sendMessage\",\"kind\":\"CLOSE\",\"times\":1}");
    List<String> deliveries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      deliveries.add(publish("in order " + i));
    }
    List<Integer> numbers =
        deliveries.stream().map(id -> awaitSent(id).get("messageNumber").asInt()).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_revoked_session_stops_the_queue_until_somebody_logs_in_again() {
    Api other = Api.newMember(node);
    String id = other.connect(sandbox, "9996620001");
    String target = other.channel(id, OWN);
    sandbox.fault(
        """
        {"number":"9996620001","method":"messages.sendMessage","kind":"RPC_ERROR","errorCode":401,
         "errorType":"SESSION_REVOKED"}
        """);
    String body = "{\"channelId\":\"%s\",\"text\":\"after the revocation\"}".formatted(target);
    String delivery = other.publish(newKey(), body).ok().text("id");
    JsonNode lost = other.awaitState("/accounts/" + id, "NEEDS_LOGIN");
    assertThat(lost.get("stateReason").asString()).isEqualTo("SESSION_REVOKED");
    assertThat(other.get("/messages/" + delivery).text("state")).isEqualTo("PLANNED");
    assertThat(other.publish(newKey(), body).code()).isEqualTo("account-logged-out");
    assertThat(other.post("/accounts/" + id + "/channels/refresh", "").code())
        .isEqualTo("account-logged-out");
    assertThat(other.get("/logs?kind=ACCOUNT_STATE").body().at("/items/0/telegramType").asString())
        .isEqualTo("SESSION_REVOKED");
    Notice notice = noticesOf(other).getFirst();
    assertThat(notice.kind()).isEqualTo("LOGIN_OVER");
    assertThat(notice.subjectId()).hasToString(id);
    assertThat(notice.subjectName()).isEqualTo(lost.get("name").asString());
    assertThat(notice.count()).isEqualTo(1);

    assertThat(other.connect(sandbox, "9996620001")).isEqualTo(id);
    assertThat(noticesOf(other)).containsExactly(notice);
    node.bean(Notices.class).told(notice.id());
    assertThat(noticesOf(other)).isEmpty();
    other.awaitState("/messages/" + delivery, "SENT");
    assertThat(sandbox.posts(OWN, "after the revocation")).hasSize(1);
    assertThat(other.delete("/accounts/" + id).status()).isEqualTo(204);
  }

  private static List<Notice> noticesOf(Api who) {
    return node.bean(Notices.class).waiting().stream()
        .filter(notice -> notice.memberId().equals(who.member()))
        .toList();
  }

  @Test
  void disconnecting_cancels_what_was_planned() {
    Api other = Api.newMember(node);
    String id = other.connect(sandbox, "9996620003");
    String target = other.channel(id, "2100000003");
    sandbox.fault(
        """
        {"number":"9996620003","method":"messages.sendMessage","kind":"FLOOD_WAIT","seconds":600}
        """);
    String body = "{\"channelId\":\"%s\",\"text\":\"never\"}".formatted(target);
    String delivery = other.publish(newKey(), body).ok().text("id");
    other.awaitState("/accounts/" + id, "FLOOD_WAIT");
    assertThat(other.delete("/accounts/" + id).status()).isEqualTo(204);
    JsonNode cancelled = other.awaitState("/messages/" + delivery, "CANCELLED");
    assertThat(cancelled.at("/refusal/detail").asString()).contains("disconnected");
    assertThat(sandbox.posts("2100000003", "never")).isEmpty();
  }

  @Test
  void posts_of_a_number_s_former_owner_are_not_sent_by_the_next_one() {
    Api other = Api.newMember(node);
    String id = other.connect(sandbox, "9996620003");
    String target = other.channel(id, "2100000003");
    sandbox.fault(
        """
        {"number":"9996620003","method":"messages.sendMessage","kind":"RPC_ERROR","errorCode":401,
         "errorType":"SESSION_REVOKED"}
        """);
    String body = "{\"channelId\":\"%s\",\"text\":\"of the former owner\"}".formatted(target);
    String delivery = other.publish(newKey(), body).ok().text("id");
    other.awaitState("/accounts/" + id, "NEEDS_LOGIN");
    int changed =
        node.bean(ServiceDatabase.class)
            .sql()
            .sql("update telegram_sessions set telegram_user_id = 1 where id = :id")
            .param("id", UUID.fromString(id))
            .update();
    assertThat(changed).isEqualTo(1);

    String heir = other.connect(sandbox, "9996620003");
    assertThat(heir).isNotEqualTo(id);
    assertThat(other.get("/accounts/" + id).status()).isEqualTo(404);
    JsonNode cancelled = other.get("/messages/" + delivery).body();
    assertThat(cancelled.get("state").asString()).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/refusal/detail").asString()).contains("another person");
    assertThat(sandbox.posts("2100000003", "of the former owner")).isEmpty();
    assertThat(other.delete("/accounts/" + heir).status()).isEqualTo(204);
  }
}
