package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.TestPostgres;

/// Posts in topics of a forum, and under another name.
class ForumPostTest {
  /// Weekend Hikers: a public forum that the account is a plain member of.
  private static final String HIKERS = "2100000008";

  /// Редакция: a private group without topics.
  private static final String EDITORS = "2100000007";

  /// Утренний бриф: the account owns it.
  private static final String BRIEF = "2100000001";

  private static SandboxWorld sandbox;
  private static TestNode node;
  private static Api api;
  private static String hikers;
  private static String editors;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    node =
        TestNode.start(
            TestPostgres.freshDatabase(),
            sandbox.address(),
            Files.createTempDirectory("forum").resolve("keyring"));
    api = Api.newMember(node);
    api.await("/mode", mode -> mode.path("ready").asBoolean());
    String account = api.connect(sandbox, "9996610001");
    hikers = api.channel(account, HIKERS);
    editors = api.channel(account, EDITORS);
    api.post("/channels/" + hikers + "/choices/refresh", "{}").ok();
    api.post("/channels/" + editors + "/choices/refresh", "{}").ok();
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

  private static JsonNode choices(String channel) {
    return api.get("/channels/" + channel + "/choices").ok().body();
  }

  private static int topic(String title) {
    return StreamSupport.stream(choices(hikers).get("topics").spliterator(), false)
        .filter(topic -> topic.get("title").asString().equals(title))
        .findFirst()
        .orElseThrow()
        .get("number")
        .asInt();
  }

  private static Api.Answer publish(String channel, String text, String options, String more) {
    String body =
        "{\"channelId\":\"%s\",\"text\":\"%s\",\"options\":{%s}%s}"
            .formatted(channel, text, options, more);
    return api.publish(UUID.randomUUID().toString(), body);
  }

  private static JsonNode sent(Api.Answer planned) {
    return api.awaitState("/messages/" + planned.ok().text("id"), "SENT");
  }

  private static JsonNode standing(String channel, String text) {
    List<JsonNode> posts = sandbox.posts(channel, text);
    assertThat(posts).hasSize(1);
    return posts.getFirst();
  }

  @Test
  void a_group_tells_its_topics_and_as_whom_one_may_write() {
    JsonNode forum = choices(hikers);
    assertThat(forum.get("topics").findValuesAsString("title"))
        .contains("General", "Routes", "Снаряжение", "Last year");
    assertThat(forum.get("sendAs").findValuesAsString("telegramId")).containsExactly(BRIEF);
    assertThat(forum.has("checkedAt")).isTrue();
    JsonNode plain = choices(editors);
    assertThat(plain.get("topics")).isEmpty();
    assertThat(plain.get("sendAs")).isEmpty();
    JsonNode listed = api.await("/channels", seen -> seen.path("items").size() > 1);
    for (JsonNode channel : listed.get("items")) {
      assertThat(channel.get("forum").asBoolean())
          .isEqualTo(channel.get("telegramId").asString().equals(HIKERS));
    }
  }

  @Test
  void a_post_stands_in_its_topic_under_its_name_and_says_so() {
    int routes = topic("Routes");
    String options = "\"topic\":%d,\"sendAs\":\"%s\"".formatted(routes, BRIEF);
    JsonNode delivery = sent(publish(hikers, "Over the hill", options, ""));
    assertThat(delivery.at("/options/topic/title").asString()).isEqualTo("Routes");
    assertThat(delivery.at("/options/sendAs/name").asString()).isEqualTo("Утренний бриф");
    JsonNode post = standing(HIKERS, "Over the hill");
    assertThat(post.get("topic").asInt()).isEqualTo(routes);
    assertThat(post.get("sentAs").asString()).isEqualTo(BRIEF);
    JsonNode lines = api.get("/logs?traceId=" + delivery.get("id").asString()).body().get("items");
    assertThat(lines.findValuesAsString("peerTitle"))
        .isNotEmpty()
        .containsOnly("Weekend Hikers › Routes (Утренний бриф)");
  }

  @Test
  void a_post_whose_answer_was_lost_stands_once_in_its_topic() {
    sandbox.fault(
        "{\"number\":\"9996610001\",\"method\":\"messages.sendMessage\",\"kind\":\"EXECUTE_AND_CLOSE\",\"times\":1}");
    String options = "\"topic\":%d,\"sendAs\":\"%s\"".formatted(topic("Routes"), BRIEF);
    sent(publish(hikers, "Once by the river", options, ""));
    assertThat(standing(HIKERS, "Once by the river").get("topic").asInt())
        .isEqualTo(topic("Routes"));
  }

  @Test
  void a_poll_stands_in_its_topic() {
    String poll =
        ",\"enclosures\":{\"poll\":{\"question\":\"Where?\",\"answers\":[\"Up\",\"Down\"]}}";
    JsonNode delivery = sent(publish(hikers, "", "\"topic\":" + topic("Снаряжение"), poll));
    JsonNode post =
        sandbox.posts(HIKERS).stream()
            .filter(p -> p.get("number").asInt() == delivery.get("messageNumber").asInt())
            .findFirst()
            .orElseThrow();
    assertThat(post.get("topic").asInt()).isEqualTo(topic("Снаряжение"));
  }

  @Test
  void a_planned_post_moves_to_another_topic_and_back_to_ones_own_name() {
    String later = ",\"plannedAt\":\"" + Instant.now().plus(Duration.ofDays(1)) + "\"";
    String options = "\"topic\":%d,\"sendAs\":\"%s\"".formatted(topic("Routes"), BRIEF);
    String id = publish(hikers, "Later", options, later).ok().text("id");
    int gear = topic("Снаряжение");
    String change = "{\"options\":{\"topic\":%d,\"sendAs\":\"self\"}}".formatted(gear);
    JsonNode changed = api.patch("/messages/" + id, change).ok().body();
    assertThat(changed.at("/options/topic/number").asInt()).isEqualTo(gear);
    assertThat(changed.at("/options").has("sendAs")).isFalse();
    JsonNode kept = api.patch("/messages/" + id, "{\"text\":\"Later still\"}").ok().body();
    assertThat(kept.at("/options/topic/number").asInt()).isEqualTo(gear);
    Api.Answer unknown = api.patch("/messages/" + id, "{\"options\":{\"topic\":4711}}");
    assertThat(unknown.code()).isEqualTo("topic-not-found");
    api.post("/messages/" + id + "/cancel", "{}").ok();
  }

  @Test
  void what_telegram_did_not_offer_is_refused_before_anything_is_planned() {
    Api.Answer topic = publish(hikers, "No", "\"topic\":4711", "");
    assertThat(topic.status()).isEqualTo(404);
    assertThat(topic.code()).isEqualTo("topic-not-found");
    assertThat(topic.body().at("/errors/0/field").asString()).isEqualTo("options.topic");
    assertThat(publish(editors, "No", "\"topic\":1", "").code()).isEqualTo("topic-not-found");
    Api.Answer author = publish(editors, "No", "\"sendAs\":\"" + BRIEF + "\"", "");
    assertThat(author.status()).isEqualTo(422);
    assertThat(author.code()).isEqualTo("send-as-not-offered");
    assertThat(publish(hikers, "No", "\"sendAs\":\"me\"", "").code()).isEqualTo("invalid-input");
    assertThat(publish(hikers, "No", "\"topic\":0", "").code()).isEqualTo("invalid-input");
    assertThat(sandbox.posts(HIKERS, "No")).isEmpty();
  }

  @Test
  void a_closed_topic_refuses_with_a_sentence() {
    Api.Answer planned = publish(hikers, "Too late", "\"topic\":" + topic("Last year"), "").ok();
    JsonNode refused = api.awaitState("/messages/" + planned.text("id"), "REFUSED");
    assertThat(refused.at("/refusal/telegramType").asString()).isEqualTo("TOPIC_CLOSED");
    assertThat(refused.at("/refusal/code").asString()).isEqualTo("post-not-allowed");
  }

  @Test
  void a_bot_knows_the_topics_that_another_account_was_told() {
    JsonNode bot = sandbox.bot("9996610002", "forum_bot");
    sandbox.promote(bot, HIKERS);
    String account =
        api.post("/bots", "{\"token\":\"" + bot.get("token").asString() + "\"}").ok().text("id");
    api.await("/channels?accountId=" + account, seen -> seen.path("items").size() > 0);
    String channel = api.channel(account, HIKERS);
    JsonNode known = api.post("/channels/" + channel + "/choices/refresh", "{}").ok().body();
    assertThat(known.get("topics").findValuesAsString("title")).contains("Routes");
    assertThat(known.get("sendAs")).isEmpty();
    sent(publish(channel, "Says the bot", "\"topic\":" + topic("Routes"), ""));
    assertThat(standing(HIKERS, "Says the bot").get("topic").asInt()).isEqualTo(topic("Routes"));
  }

  @Test
  void another_member_does_not_see_them() {
    Api stranger = Api.newMember(node);
    assertThat(stranger.get("/channels/" + hikers + "/choices").code())
        .isEqualTo("channel-not-found");
    assertThat(stranger.post("/channels/" + hikers + "/choices/refresh", "{}").code())
        .isEqualTo("channel-not-found");
    assertThat(api.as("viewer").post("/channels/" + hikers + "/choices/refresh", "{}").status())
        .isEqualTo(403);
  }
}
