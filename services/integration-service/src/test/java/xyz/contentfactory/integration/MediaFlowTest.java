package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestFiles;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.TestPostgres;

/// Files handed in, and posted once.
class MediaFlowTest {
  private static final String OWN = "2100000001";

  private static SandboxWorld sandbox;
  private static TestNode node;
  private static Api api;
  private static String account;
  private static String channel;
  private static Path incoming;

  private int before;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    Path folder = Files.createTempDirectory("media-flow");
    incoming = folder.resolve("media/incoming");
    node =
        TestNode.start(TestPostgres.freshDatabase(), sandbox.address(), folder.resolve("keyring"));
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

  @BeforeEach
  void count() {
    sandbox.noFaults();
    before = sandbox.lastNumber(OWN);
  }

  private static Api.Answer publish(String text, String enclosures) {
    return api.publish(
        UUID.randomUUID().toString(),
        "{\"channelId\":\"%s\",\"text\":\"%s\",\"enclosures\":%s}"
            .formatted(channel, text, enclosures));
  }

  private static String media(String... ids) {
    return Arrays.stream(ids)
        .map("{\"id\":\"%s\"}"::formatted)
        .collect(Collectors.joining(",", "{\"media\":[", "]}"));
  }

  private static JsonNode sent(Api.Answer planned) {
    return api.awaitState("/messages/" + planned.ok().text("id"), "SENT");
  }

  private List<JsonNode> posts() {
    return sandbox.postsAfter(OWN, before);
  }

  private static void nothingIsLeftBehind() throws IOException {
    try (Stream<Path> left = Files.list(incoming)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_file_is_known_by_its_bytes_and_comes_back_as_it_was() throws Exception {
    byte[] bytes = TestFiles.png(320, 200);
    Api.Answer file = api.handIn("holiday.exe", BodyPublishers.ofByteArray(bytes)).ok();
    assertThat(file.status()).isEqualTo(201);
    assertThat(file.text("kind")).isEqualTo("PHOTO");
    assertThat(file.text("mime")).isEqualTo("image/png");
    assertThat(file.body().get("width").asInt()).isEqualTo(320);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    assertThat(file.text("sha256")).isEqualTo(hash);
    assertThat(api.handIn("holiday.exe", bytes)).isEqualTo(file.text("id"));
    try (HttpClient http = HttpClient.newHttpClient()) {
      var back =
          http.send(api.request("/media/" + file.text("id")).build(), BodyHandlers.ofByteArray());
      assertThat(back.body()).isEqualTo(bytes);
      assertThat(back.headers().firstValue("Content-Type")).hasValue("image/png");
    }
    assertThat(Api.newMember(node).get("/media/" + file.text("id")).code())
        .isEqualTo("media-not-found");
    assertThat(api.as("viewer").handIn("a", BodyPublishers.ofByteArray(bytes)).status())
        .isEqualTo(403);
  }

  @Test
  void what_is_no_file_is_refused_and_leaves_nothing_behind() throws IOException {
    assertThat(api.handIn("a", BodyPublishers.noBody()).code()).isEqualTo("media-empty");
    byte[] broken = Arrays.copyOf(TestFiles.png(9, 9), 20);
    assertThat(api.handIn("a.png", BodyPublishers.ofByteArray(broken)).code())
        .isEqualTo("media-unreadable");
    byte[] large = new byte[(3 << 20) + 1];
    assertThat(api.handIn("large", BodyPublishers.ofByteArray(large)).status()).isEqualTo(413);
    var untold = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    assertThat(api.handIn("large", untold).code()).isEqualTo("payload-too-large");
    assertThat(api.handIn("/", BodyPublishers.ofString("x")).code()).isEqualTo("invalid-input");
    nothingIsLeftBehind();
  }

  @Test
  void a_film_is_posted_with_its_sides_and_its_length() {
    byte[] film = TestFiles.film(640, 360, true, 7_400);
    Api.Answer file = api.handIn("sea.mp4", BodyPublishers.ofByteArray(film)).ok();
    assertThat(file.body().get("seconds").asDouble()).isEqualTo(7.4);
    sent(publish("", media(file.text("id"))));
    JsonNode shown = posts().getFirst().at("/media/file");
    assertThat(shown.get("kind").asString()).isEqualTo("VIDEO");
    assertThat(shown.get("width").asInt()).isEqualTo(360);
    assertThat(shown.get("height").asInt()).isEqualTo(640);
    assertThat(shown.get("seconds").asDouble()).isEqualTo(7.4);
  }

  @Test
  void a_picture_that_is_no_photo_for_telegram_is_posted_as_a_file() {
    Api.Answer wide = api.handIn("wide.png", BodyPublishers.ofByteArray(TestFiles.png(400, 10)));
    assertThat(wide.ok().text("kind")).isEqualTo("DOCUMENT");
    sent(publish("", media(wide.text("id"))));
    assertThat(posts().getFirst().at("/media/file/kind").asString()).isEqualTo("DOCUMENT");
  }

  @Test
  void an_album_stands_once_with_one_caption_and_the_same_bytes() {
    byte[] first = TestFiles.png(100, 80);
    byte[] second = TestFiles.png(80, 100);
    String enclosures = media(api.handIn("1.png", first), api.handIn("2.png", second));
    JsonNode sent = sent(publish("both", enclosures));
    List<JsonNode> posts = posts();
    assertThat(posts).hasSize(2);
    assertThat(posts.get(0).get("text").asString()).isEqualTo("both");
    assertThat(posts.get(1).get("text").asString()).isEmpty();
    assertThat(posts.get(0).at("/media/album")).isEqualTo(posts.get(1).at("/media/album"));
    assertThat(sandbox.file(posts.get(0))).isEqualTo(first);
    assertThat(sandbox.file(posts.get(1))).isEqualTo(second);
    assertThat(sent.at("/enclosures/media")).hasSize(2);
    assertThat(sent.get("messageNumber").asInt()).isEqualTo(posts.get(0).get("number").asInt());
  }

  @Test
  void an_album_is_taken_back_whole() {
    String enclosures =
        media(
            api.handIn("1.png", TestFiles.png(30, 30)), api.handIn("2.png", TestFiles.png(31, 30)));
    JsonNode sent = sent(publish("short-lived", enclosures));
    api.delete("/messages/" + sent.get("id").asString()).ok();
    api.await("/messages/" + sent.get("id").asString(), now -> now.has("deletedAt"));
    assertThat(posts()).isEmpty();
  }

  @Test
  void a_document_keeps_its_name_and_needs_no_text() {
    byte[] bytes = TestFiles.noise(1_200_000);
    sent(publish("", media(api.handIn("report.bin", bytes))));
    assertThat(posts().getFirst().at("/media/file/name").asString()).isEqualTo("report.bin");
    assertThat(sandbox.file(posts().getFirst())).isEqualTo(bytes);
  }

  @Test
  void a_file_is_uploaded_once_for_an_account() {
    String enclosures = media(api.handIn("again.png", TestFiles.png(33, 44)));
    sent(publish("", enclosures));
    sandbox.fault(
        "{\"method\":\"upload.saveFilePart\",\"kind\":\"RPC_ERROR\",\"errorCode\":400,"
            + "\"errorType\":\"UPLOADED_TWICE\",\"times\":1}");
    sent(publish("", enclosures));
    assertThat(posts()).hasSize(2);
  }

  @Test
  void a_reference_that_has_ended_is_renewed_by_another_upload() {
    String enclosures = media(api.handIn("old.png", TestFiles.png(35, 44)));
    sent(publish("", enclosures));
    sandbox.fault(
        "{\"method\":\"messages.sendMedia\",\"kind\":\"RPC_ERROR\",\"errorCode\":400,"
            + "\"errorType\":\"FILE_REFERENCE_EXPIRED\",\"times\":1}");
    JsonNode sent = sent(publish("", enclosures));
    assertThat(sent.get("attempts").asInt()).isEqualTo(1);
    assertThat(posts()).hasSize(2);
  }

  @Test
  void a_poll_and_a_quiz_are_posted() {
    sent(publish("", "{\"poll\":{\"question\":\"Tea?\",\"answers\":[\"Yes\",\"No\"]}}"));
    sent(publish("", "{\"poll\":{\"question\":\"2+2?\",\"answers\":[\"4\",\"5\"],\"correct\":0}}"));
    assertThat(posts().get(0).at("/media/poll/question").asString()).isEqualTo("Tea?");
    assertThat(posts().get(1).at("/media/poll/quiz").asBoolean()).isTrue();
  }

  @Test
  void a_bot_posts_links_below_a_text_and_below_a_photo() {
    JsonNode made = sandbox.bot("9996610001", "media_flow_bot");
    sandbox.promote(made, OWN);
    String token = made.get("token").asString();
    String bot = api.post("/bots", "{\"token\":\"%s\"}".formatted(token)).ok().text("id");
    api.awaitState("/accounts/" + bot, "CONNECTED");
    api.await("/channels?accountId=" + bot, body -> body.path("items").size() > 0);
    String there = api.channel(bot, OWN);
    String buttons = "\"buttons\":[[{\"text\":\"Read\",\"url\":\"https://example.org/\"}]]";
    String photo = api.handIn("b.png", TestFiles.png(20, 20));
    for (String enclosures :
        List.of("{" + buttons + "}", "{\"media\":[{\"id\":\"" + photo + "\"}]," + buttons + "}")) {
      JsonNode delivery =
          sent(
              api.publish(
                  UUID.randomUUID().toString(),
                  "{\"channelId\":\"%s\",\"text\":\"linked\",\"enclosures\":%s}"
                      .formatted(there, enclosures)));
      String address = "/messages/" + delivery.get("id").asString();
      api.patch(address, "{\"text\":\"edited\"}").ok();
      api.await(address, now -> now.has("editedAt") && !now.has("change"));
    }
    assertThat(posts())
        .hasSize(2)
        .allMatch(post -> post.get("text").asString().equals("edited"))
        .allMatch(post -> post.at("/media/buttons/0/0/text").asString().equals("Read"));
    assertThat(posts().getLast().at("/media/file/kind").asString()).isEqualTo("PHOTO");
  }

  @Test
  void what_does_not_go_together_is_refused() {
    String photo = api.handIn("p.png", TestFiles.png(10, 10));
    String file = api.handIn("f.bin", TestFiles.noise(100));
    assertThat(publish("", media(photo, file)).code()).isEqualTo("invalid-input");
    assertThat(publish("", media(UUID.randomUUID().toString())).code()).isEqualTo("invalid-input");
    assertThat(
            publish("x", "{\"buttons\":[[{\"text\":\"a\",\"url\":\"https://example.org\"}]]}")
                .body()
                .at("/errors/0/code")
                .asString())
        .isEqualTo("bots-only");
    assertThat(publish("x", "{\"poll\":{\"question\":\"a\",\"answers\":[\"b\",\"c\"]}}").code())
        .isEqualTo("invalid-input");
    assertThat(publish("", "{\"poll\":{\"question\":\"a\",\"answers\":[\"b\"]}}").code())
        .isEqualTo("invalid-input");
    assertThat(publish("x".repeat(1025), media(photo)).code()).isEqualTo("text-too-long");
    assertThat(publish("", "{}").code()).isEqualTo("invalid-input");
    assertThat(posts()).isEmpty();
  }
}
