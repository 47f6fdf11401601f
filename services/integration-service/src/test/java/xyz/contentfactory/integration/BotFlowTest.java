package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.TestPostgres;

/// Bots by token: connected, kept fresh, posting, removed.
class BotFlowTest {
  private static final String BRIEF = "2100000001";
  private static final String HIKERS = "2100000008";

  private static SandboxWorld sandbox;
  private static TestNode node;

  private Api api;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    Path keyring = Files.createTempDirectory("bots").resolve("keyring");
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
  void newMember() {
    api = Api.newMember(node);
  }

  private Api.Answer add(String token) {
    return api.post("/bots", "{\"token\":\"" + token + "\"}");
  }

  private String added(JsonNode bot) {
    Api.Answer account = add(bot.get("token").asString()).ok();
    assertThat(account.status()).isEqualTo(201);
    assertThat(account.text("kind")).isEqualTo("BOT");
    api.awaitState("/accounts/" + account.text("id"), "CONNECTED");
    return account.text("id");
  }

  private void awaitChannel(String account, String channel, boolean there) {
    api.await(
        "/channels?accountId=" + account,
        body ->
            body.path("items")
                    .valueStream()
                    .anyMatch(one -> one.get("telegramId").asString().equals(channel))
                == there);
  }

  @Test
  void a_bot_sees_the_channels_it_is_made_administrator_of_and_posts_there() {
    JsonNode bot = sandbox.bot("9996610001", "first_bot");
    String account = added(bot);
    assertThat(api.get("/bots").body().get("items")).hasSize(1);

    sandbox.promote(bot, BRIEF);
    awaitChannel(account, BRIEF, true);
    String channel = api.channel(account, BRIEF);
    api.publish("bot-1", "{\"channelId\":\"%s\",\"text\":\"From a bot\"}".formatted(channel)).ok();
    sandbox.awaitPosts(BRIEF, "From a bot", 1);
  }

  @Test
  void a_bot_that_was_an_administrator_before_is_found_by_the_channels_of_the_member() {
    JsonNode bot = sandbox.bot("9996610002", "second_bot");
    sandbox.promote(bot, HIKERS);
    api.connect(sandbox, "9996620003");
    String account = added(bot);
    awaitChannel(account, HIKERS, true);
  }

  @Test
  void a_bot_removed_from_a_channel_loses_it() {
    JsonNode bot = sandbox.bot("9996610001", "third_bot");
    String account = added(bot);
    sandbox.promote(bot, BRIEF);
    awaitChannel(account, BRIEF, true);
    sandbox.demote(bot, BRIEF);
    awaitChannel(account, BRIEF, false);
  }

  @Test
  void a_token_that_is_no_token_and_one_that_is_over_are_refused() {
    assertThat(add("nonsense").status()).isEqualTo(400);
    JsonNode bot = sandbox.bot("9996610001", "fourth_bot");
    sandbox.renewToken(bot);
    Api.Answer late = add(bot.get("token").asString());
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.code()).isEqualTo("bot-token-invalid");
    assertThat(api.get("/bots").body().get("items")).isEmpty();
  }

  @Test
  void a_bot_is_connected_once_and_can_be_removed() {
    JsonNode bot = sandbox.bot("9996610001", "fifth_bot");
    String account = added(bot);
    assertThat(add(bot.get("token").asString()).code()).isEqualTo("account-already-connected");
    assertThat(Api.newMember(node).delete("/bots/" + account).code())
        .isEqualTo("account-not-found");
    assertThat(api.delete("/bots/" + account).status()).isEqualTo(204);
    assertThat(api.get("/bots").body().get("items")).isEmpty();
    added(bot);
  }
}
