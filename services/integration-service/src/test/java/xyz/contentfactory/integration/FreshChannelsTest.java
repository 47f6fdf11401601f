package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
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

/// What Telegram says of channels reaches those who have planned posts in them, before they are
/// due.
class FreshChannelsTest {
  private static final String OWNER = "9996610001";

  private static final MovableClock CLOCK = new MovableClock();

  private static SandboxWorld sandbox;
  private static TestNode node;

  private Api api;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(CLOCK);
    Path keyring = Files.createTempDirectory("fresh").resolve("keyring");
    node =
        TestNode.start(
            TestNode.settings(TestPostgres.freshDatabase(), sandbox.address(), keyring), CLOCK);
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

  private static Predicate<JsonNode> of(String telegramId, Predicate<JsonNode> so) {
    return body ->
        body.path("items")
            .valueStream()
            .anyMatch(one -> one.get("telegramId").asString().equals(telegramId) && so.test(one));
  }

  private void awaitChannel(String account, String telegramId, Predicate<JsonNode> so) {
    api.await("/channels?accountId=" + account, of(telegramId, so));
  }

  private static boolean mayPost(JsonNode channel) {
    return channel.get("canPost").asBoolean();
  }

  private static boolean isLost(JsonNode channel, String how) {
    return channel.path("lost").asString("").equals(how) && !mayPost(channel);
  }

  private String planned(String account, String telegramId) {
    String channel = api.channel(account, telegramId);
    String body =
        "{\"channelId\":\"%s\",\"text\":\"Later\",\"plannedAt\":\"%s\"}"
            .formatted(channel, CLOCK.instant().plusSeconds(86_400));
    return api.publish("later-" + telegramId, body).ok().text("id");
  }

  private long readings(String account) {
    return api.get("/logs?accountId=" + account)
        .body()
        .get("items")
        .valueStream()
        .filter(line -> line.get("kind").asString().equals("CHANNELS_REFRESHED"))
        .count();
  }

  @Test
  void a_right_that_is_taken_shows_before_the_post_is_due_and_goes_when_it_is_given_back() {
    String phone = "9996610003";
    String news = sandbox.found(OWNER, "News");
    sandbox.letPost(news, phone);
    String account = api.connect(sandbox, phone);
    awaitChannel(account, news, FreshChannelsTest::mayPost);
    String post = planned(account, news);
    long readings = readings(account);

    sandbox.takeRights(news, phone);
    awaitChannel(account, news, one -> !mayPost(one) && one.get("waiting").asInt() == 1);
    sandbox.rename(news, "Old news");
    awaitChannel(account, news, one -> one.get("title").asString().equals("Old news"));
    sandbox.letPost(news, phone);
    awaitChannel(account, news, FreshChannelsTest::mayPost);
    sandbox.expel(news, phone);
    awaitChannel(account, news, one -> isLost(one, "CLOSED"));
    sandbox.letPost(news, phone);
    awaitChannel(account, news, one -> mayPost(one) && !one.has("lost"));
    sandbox.deleteChannel(news);
    awaitChannel(account, news, one -> isLost(one, "CLOSED"));

    assertThat(api.get("/messages/" + post).text("state")).isEqualTo("PLANNED");
    assertThat(readings(account)).isEqualTo(readings);
  }

  @Test
  void a_bot_that_is_removed_loses_nothing_that_was_planned() {
    String news = sandbox.found(OWNER, "Bot news");
    JsonNode bot = sandbox.bot(OWNER, "fresh_bot");
    sandbox.promote(bot, news);
    String token = "{\"token\":\"" + bot.get("token").asString() + "\"}";
    String account = api.post("/bots", token).ok().text("id");
    api.awaitState("/accounts/" + account, "CONNECTED");
    sandbox.rename(news, "Bot news, again");
    awaitChannel(account, news, FreshChannelsTest::mayPost);
    String post = planned(account, news);

    sandbox.demote(bot, news);
    awaitChannel(account, news, one -> isLost(one, "CLOSED"));
    assertThat(api.get("/messages/" + post).text("state")).isEqualTo("PLANNED");
    sandbox.promote(bot, news);
    awaitChannel(account, news, FreshChannelsTest::mayPost);
  }

  @Test
  void what_changed_while_the_account_rested_is_learnt_without_reading_all_of_it() {
    String phone = "9996620003";
    String news = sandbox.found(OWNER, "Resting");
    sandbox.letPost(news, phone);
    String account = api.connect(sandbox, phone);
    awaitChannel(account, news, FreshChannelsTest::mayPost);
    long readings = readings(account);

    api.post("/accounts/" + account + "/pause", "{}").ok();
    sandbox.rename(news, "Rested");
    sandbox.takeRights(news, phone);
    api.post("/accounts/" + account + "/resume", "{}").ok();
    awaitChannel(
        account, news, one -> one.get("title").asString().equals("Rested") && !mayPost(one));
    assertThat(readings(account)).isEqualTo(readings);
  }
}
