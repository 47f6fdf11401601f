package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.TestPostgres;

class PublishFlowTest {
  /// Утренний бриф: the account owns it.
  private static final String OWN = "2100000001";

  /// Тихая гавань: the account only reads it.
  private static final String READ_ONLY = "2100000005";

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
  void the_channels_show_what_the_account_may_do_there() {
    JsonNode own = one(OWN);
    assertThat(own.get("title").asString()).isEqualTo("Утренний бриф");
    assertThat(own.get("kind").asString()).isEqualTo("CHANNEL");
    assertThat(own.get("owner").asBoolean()).isTrue();
    assertThat(own.get("canPost").asBoolean()).isTrue();
    assertThat(own.at("/rights/pin").asBoolean()).isTrue();
    assertThat(own.get("username").asString()).isEqualTo("morning_brief_sandbox");
    JsonNode quiet = one(READ_ONLY);
    assertThat(quiet.get("canPost").asBoolean()).isFalse();
    assertThat(quiet.get("owner").asBoolean()).isFalse();
    assertThat(one("2100000007").get("kind").asString()).isEqualTo("GROUP");
  }

  private static JsonNode one(String telegramId) {
    for (JsonNode each : api.get("/channels").body().get("items")) {
      if (each.get("telegramId").asString().equals(telegramId)) {
        return each;
      }
    }
    throw new AssertionError("no channel " + telegramId);
  }

  @Test
  void a_formatted_post_stands_in_the_channel_once() {
    String text = "Жирный, курсив 🙂 и ссылка";
    String entities =
        "[{\"type\":\"bold\",\"offset\":0,\"length\":6},"
            + "{\"type\":\"text_link\",\"offset\":20,\"length\":6,\"url\":\"https://example.org/\"}]";
    String body =
        "{\"channelId\":\"%s\",\"text\":\"  %s\\n\",\"entities\":%s}"
            .formatted(
                channel,
                text,
                entities.replace("\"offset\":0", "\"offset\":2").replace(":20", ":22"));
    Api.Answer planned = api.publish(newKey(), body).ok();
    assertThat(planned.status()).isEqualTo(201);
    assertThat(planned.text("text")).isEqualTo(text);

    JsonNode sent = awaitSent(planned.text("id"));
    assertThat(sent.get("attempts").asInt()).isEqualTo(1);
    assertThat(sent.get("link").asString())
        .isEqualTo("https://t.me/morning_brief_sandbox/" + sent.get("messageNumber").asInt());
    assertThat(sent.get("channelTitle").asString()).isEqualTo("Утренний бриф");

    List<JsonNode> posts = sandbox.posts(OWN, text);
    assertThat(posts).hasSize(1);
    assertThat(posts.getFirst().get("number").asInt()).isEqualTo(sent.get("messageNumber").asInt());
    assertThat(posts.getFirst().at("/sender/phone").asString()).isEqualTo("9996610001");
    assertThat(posts.getFirst().get("entities").toString()).contains("https://example.org/");
    assertThat(posts.getFirst().get("entities")).hasSize(2);
  }

  @Test
  void the_same_key_never_posts_twice() {
    String key = newKey();
    Api.Answer first = api.publish(key, post("same key")).ok();
    Api.Answer again = api.publish(key, post("same key"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    Api.Answer other = api.publish(key, post("another text"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");
    awaitSent(first.text("id"));
    assertThat(sandbox.posts(OWN, "same key")).hasSize(1);
    assertThat(sandbox.posts(OWN, "another text")).isEmpty();
    assertThat(api.post("/messages", post("no key")).code()).isEqualTo("idempotency-key-missing");
    assertThat(Api.newMember(node).publish(key, post("same key")).code())
        .isEqualTo("channel-not-found");
  }

  @Test
  void the_same_request_ten_times_at_once_is_one_post() {
    String key = newKey();
    List<Api.Answer> answers =
        IntStream.range(0, 10)
            .parallel()
            .mapToObj(i -> api.publish(key, post("ten at once")).ok())
            .toList();
    assertThat(answers)
        .extracting(answer -> answer.text("id"))
        .containsOnly(answers.getFirst().text("id"));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    awaitSent(answers.getFirst().text("id"));
    assertThat(sandbox.posts(OWN, "ten at once")).hasSize(1);
  }

  @Test
  void the_api_description_shows_plain_json_types() {
    JsonNode schemas = api.description().at("/components/schemas");
    assertThat(schemas.at("/ConnectRequest/properties/phoneNumber/type").asString())
        .isEqualTo("string");
    assertThat(schemas.at("/PasswordRequest/properties/password/type").asString())
        .isEqualTo("string");
    assertThat(schemas.at("/Delivery/properties/state/enum")).hasSize(5);
    assertThat(schemas.at("/Delivery/properties").has("seq")).isFalse();
    assertThat(schemas.at("/Account/properties/telegramUserId/type").asString())
        .isEqualTo("string");
  }

  @Test
  void where_the_account_only_reads_it_does_not_post() {
    String body =
        "{\"channelId\":\"%s\",\"text\":\"hush\"}".formatted(api.channel(account, READ_ONLY));
    Api.Answer refused = api.publish(newKey(), body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("post-not-allowed");
  }

  @Test
  void channels_are_read_again_on_demand() {
    Instant before = Instant.parse(one(OWN).get("checkedAt").asString());
    Api.Answer refreshed = api.post("/accounts/" + account + "/channels/refresh", "").ok();
    assertThat(refreshed.body().get("items").size()).isGreaterThan(3);
    assertThat(Instant.parse(one(OWN).get("checkedAt").asString())).isAfter(before);
    assertThat(one(OWN).get("id").asString()).isEqualTo(channel);
  }

  @Test
  void the_journal_is_filtered_and_paged() {
    awaitSent(publish("for the journal"));
    JsonNode first = api.get("/logs?limit=2").body();
    assertThat(first.get("items")).hasSize(2);
    JsonNode second = api.get("/logs?limit=2&cursor=" + first.get("nextCursor").asString()).body();
    assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/1/id"));
    JsonNode sent = api.get("/logs?kind=DELIVERY_SENT&result=OK&accountId=" + account).body();
    assertThat(sent.at("/items/0/accountName").asString()).isEqualTo("Анна Соколова");
    assertThat(sent.at("/items/0/peerTitle").asString()).isEqualTo("Утренний бриф");
    assertThat(sent.at("/items/0/durationMillis").asInt()).isNotNegative();
    assertThat(api.get("/logs?to=2020-01-01T00:00:00Z").body().get("items")).isEmpty();
    assertThat(Api.newMember(node).get("/logs").body().get("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/logs?kind=NONSENSE",
        "/logs?limit=0",
        "/logs?limit=1000",
        "/logs?limit=x",
        "/logs?cursor=!!",
        "/logs?from=yesterday",
        "/logs?accountId=1",
        "/messages?state=GONE",
        "/messages?cursor=-5"
      })
  void bad_filters_are_named(String path) {
    Api.Answer refused = api.get(path);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("invalid-input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"channelId\":5,\"text\":\"a\"}",
        "{\"channelId\":\"no\",\"text\":\"a\"}",
        "{\"channelId\":\"00000000-0000-0000-0000-000000000000\",\"text\":\"\"}",
        "{\"channelId\":\"00000000-0000-0000-0000-000000000000\",\"text\":\"a\",\"surprise\":1}",
        "{\"channelId\":\"00000000-0000-0000-0000-000000000000\",\"text\":\"a\",\"entities\":[1]}",
        "{\"channelId\":\"00000000-0000-0000-0000-000000000000\",\"text\":\"a\",\"entities\":[null]}",
        "{\"text\":",
        "",
        "null"
      })
  void bad_bodies_are_refused(String body) {
    Api.Answer refused = api.publish(newKey(), body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isIn("invalid-input", "body-unreadable");
  }

  @Test
  void changes_are_streamed_as_they_happen() throws Exception {
    HttpResponse<Stream<String>> stream =
        HttpClient.newHttpClient()
            .send(api.request("/events").GET().build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (Stream<String> lines = stream.body()) {
      Iterator<String> each = lines.iterator();
      each.next();
      String delivery = publish("streamed");
      List<String> states = new ArrayList<>();
      while (!states.contains("SENT")) {
        String line = each.next();
        if (line.startsWith("data:") && line.contains(delivery)) {
          states.add(Api.JSON.readTree(line.substring(5)).get("state").asString());
        }
      }
      assertThat(states).containsExactly("PLANNED", "SENDING", "SENT");
    }
  }

  @Test
  void deliveries_are_listed_newest_first_and_only_one_s_own() {
    String earlier = publish("list 1");
    String later = publish("list 2");
    JsonNode page = api.get("/messages?accountId=" + account + "&limit=2").body();
    assertThat(page.at("/items/0/id").asString()).isEqualTo(later);
    assertThat(page.at("/items/1/id").asString()).isEqualTo(earlier);
    assertThat(page.has("nextCursor")).isTrue();
    awaitSent(later);
    assertThat(Api.newMember(node).get("/messages").body().get("items")).isEmpty();
    assertThat(Api.newMember(node).get("/messages/" + later).code())
        .isEqualTo("delivery-not-found");
  }
}
