package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
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
import xyz.contentfactory.kit.database.TestPostgres;

/// Posts that stand in their channel: edited, pinned, deleted, by the account's owner.
class LivePostTest {
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
            Files.createTempDirectory("live").resolve("keyring"));
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

  private static String live(String text, String options) {
    String body =
        "{\"channelId\":\"%s\",\"text\":\"%s\",\"options\":{%s}}".formatted(channel, text, options);
    String id = api.publish(UUID.randomUUID().toString(), body).ok().text("id");
    api.awaitState("/messages/" + id, "SENT");
    return id;
  }

  private static JsonNode settled(String id) {
    return api.await(
        "/messages/" + id, body -> !body.has("change") || body.at("/change/refusal").isObject());
  }

  @Test
  void an_edit_replaces_the_text_in_the_channel() {
    String id = live("written in haste", "");
    Api.Answer asked =
        api.patch(
                "/messages/" + id,
                "{\"text\":\"written with care\",\"entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":7}]}")
            .ok();
    assertThat(asked.body().at("/change/kind").asString()).isEqualTo("EDIT");
    JsonNode edited = settled(id);
    assertThat(edited.has("change")).isFalse();
    assertThat(edited.get("text").asString()).isEqualTo("written with care");
    assertThat(edited.has("editedAt")).isTrue();
    assertThat(sandbox.posts(OWN, "written in haste")).isEmpty();
    JsonNode post = sandbox.posts(OWN, "written with care").getFirst();
    assertThat(post.get("entities")).hasSize(1);
    assertThat(post.has("edited")).isTrue();
    assertThat(api.get("/logs?kind=POST_EDITED&result=OK").body().get("items")).isNotEmpty();

    api.patch(
            "/messages/" + id,
            "{\"text\":\"written with care\",\"entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":7}]}")
        .ok();
    JsonNode same = settled(id);
    assertThat(same.at("/change/refusal/telegramType").asString())
        .isEqualTo("MESSAGE_NOT_MODIFIED");
    assertThat(same.at("/change/refusal/detail").asString()).contains("Nothing was changed");
  }

  @Test
  void a_post_is_pinned_as_asked_and_unpinned() {
    String id = live("pinned at once", "\"pin\":true,\"protect\":true");
    api.await("/messages/" + id, body -> body.get("pinned").asBoolean());
    JsonNode post = sandbox.posts(OWN, "pinned at once").getFirst();
    assertThat(post.get("pinned").asBoolean()).isTrue();
    assertThat(post.get("noforwards").asBoolean()).isTrue();
    api.post("/messages/" + id + "/unpin", "").ok();
    assertThat(settled(id).get("pinned").asBoolean()).isFalse();
    assertThat(sandbox.posts(OWN, "pinned at once").getFirst().get("pinned").asBoolean()).isFalse();
    api.post("/messages/" + id + "/pin", "").ok();
    assertThat(settled(id).get("pinned").asBoolean()).isTrue();
  }

  @Test
  void a_deleted_post_is_gone_and_stays_so() {
    String id = live("regretted", "");
    Api.Answer asked = api.delete("/messages/" + id).ok();
    assertThat(asked.body().at("/change/kind").asString()).isEqualTo("DELETE");
    JsonNode deleted = settled(id);
    assertThat(deleted.has("deletedAt")).isTrue();
    assertThat(deleted.get("state").asString()).isEqualTo("SENT");
    assertThat(sandbox.posts(OWN, "regretted")).isEmpty();
    for (Api.Answer refused :
        List.of(
            api.delete("/messages/" + id),
            api.post("/messages/" + id + "/pin", ""),
            api.post("/messages/" + id + "/retry", ""),
            api.patch("/messages/" + id, "{\"text\":\"again\"}"))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("post-not-changeable");
    }
  }

  @Test
  void a_reply_stands_under_what_it_answers() {
    String first = live("the question", "");
    int number = api.get("/messages/" + first).body().get("messageNumber").asInt();
    live("the answer", "\"replyTo\":" + number);
    assertThat(sandbox.posts(OWN, "the answer").getFirst().get("replyTo").asInt())
        .isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "400,MESSAGE_EDIT_TIME_EXPIRED,change-not-allowed,Delete it",
    "403,MESSAGE_AUTHOR_REQUIRED,change-not-allowed,Ask for the right to edit",
    "400,MESSAGE_ID_INVALID,post-gone,deleted by hand",
    "400,CHAT_ADMIN_REQUIRED,post-not-allowed,Ask an admin",
    "400,SOMETHING_NEW,telegram-refused,try again later",
  })
  void a_refusal_is_told_with_its_remedy(int code, String type, String ours, String remedy) {
    String id = live("to be refused " + type, "");
    sandbox.fault(
        """
        {"method":"messages.editMessage","kind":"RPC_ERROR","errorCode":%d,"errorType":"%s","times":1}
        """
            .formatted(code, type));
    api.patch("/messages/" + id, "{\"text\":\"other\"}").ok();
    JsonNode refused = settled(id);
    assertThat(refused.at("/change/refusal/code").asString()).isEqualTo(ours);
    assertThat(refused.at("/change/refusal/detail").asString()).contains(remedy);
    assertThat(refused.get("text").asString()).isEqualTo("to be refused " + type);
    assertThat(
            api.get("/logs?kind=POST_EDITED&result=REFUSED")
                .body()
                .at("/items/0/telegramType")
                .asString())
        .isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"CLOSE", "EXECUTE_AND_CLOSE"})
  void an_edit_whose_answer_gets_lost_is_made_once_more_and_counts(String fault) {
    String id = live("cut " + fault, "");
    sandbox.fault(
        "{\"method\":\"messages.editMessage\",\"kind\":\"%s\",\"times\":1}".formatted(fault));
    api.patch("/messages/" + id, "{\"text\":\"whole " + fault + "\"}").ok();
    JsonNode edited = settled(id);
    assertThat(edited.get("text").asString()).isEqualTo("whole " + fault);
    assertThat(sandbox.posts(OWN, "whole " + fault)).hasSize(1);
  }

  @Test
  void a_flood_wait_holds_up_an_edit_and_is_shown() {
    String id = live("before the flood", "");
    sandbox.fault(
        "{\"method\":\"messages.editMessage\",\"kind\":\"FLOOD_WAIT\",\"seconds\":2,\"times\":1}");
    api.patch("/messages/" + id, "{\"text\":\"behind the flood\"}").ok();
    api.awaitState("/accounts/" + account, "FLOOD_WAIT");
    assertThat(api.post("/messages/" + id + "/pin", "").code()).isEqualTo("post-under-way");
    assertThat(settled(id).get("text").asString()).isEqualTo("behind the flood");
    api.awaitState("/accounts/" + account, "CONNECTED");
  }

  @Test
  void of_a_live_post_only_text_and_preview_can_change() {
    String id = live("fixed", "");
    Api.Answer refused =
        api.patch(
            "/messages/" + id,
            "{\"options\":{\"silent\":true},\"plannedAt\":\"2030-01-01T00:00:00Z\"}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("errors")).hasSize(2);
    assertThat(api.post("/messages/" + id + "/cancel", "").code()).isEqualTo("post-not-changeable");
  }
}
