package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.NodeProcess;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestFiles;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.LocalKeyring;

/// The process is killed (-9) at the two moments that matter most.
class KillTest {
  private static final String OWN = "2100000001";

  /// Where the first auth key stands in the bytes of a stored login: behind magic, version, home,
  /// user, count and DC.
  private static final int KEY_AT = 4 + 1 + 2 + 8 + 2 + 2;

  private static final int KEY_BYTES = 256;

  private final SandboxWorld sandbox = SandboxWorld.start(new MovableClock());
  private final DatabaseSettings database = TestPostgres.freshDatabase();
  private Path keyring;
  private NodeProcess node;
  private Api api;

  @BeforeEach
  void start() throws Exception {
    keyring = Files.createTempDirectory("kill").resolve("keyring");
    startNode();
    api = new Api(node.address(), UUID.randomUUID());
    api.await("/mode", mode -> mode.path("ready").asBoolean());
  }

  private void startNode() {
    Map<String, Object> settings = TestNode.settings(database, sandbox.address(), keyring);
    settings.put("integration-service.connect.open", 2);
    node = NodeProcess.start(settings);
  }

  private void killAndStartAgain() {
    node.kill();
    startNode();
    api = api.at(node.address());
    api.await("/mode", mode -> mode.path("ready").asBoolean());
  }

  @AfterEach
  void stop() {
    node.close();
    sandbox.close();
  }

  private String authKey(String table, String id) {
    Keyring keys = LocalKeyring.open(keyring);
    try (ServiceDatabase opened = ServiceDatabase.open("integration", database)) {
      byte[] sealed =
          opened
              .sql()
              .sql("select stored_login_sealed from " + table + " where id = :id")
              .param("id", UUID.fromString(id))
              .query((row, n) -> row.getBytes(1))
              .single();
      String place = table + "/stored_login/" + id;
      byte[] plain = keys.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOfRange(plain, KEY_AT, KEY_AT + KEY_BYTES));
    }
  }

  @Test
  void killed_between_the_code_and_the_sign_in_the_login_goes_on_with_the_same_auth_key() {
    Api.Answer login = api.post("/connect", "{\"phoneNumber\":\"9996610001\"}").ok();
    String before = authKey("telegram_logins", login.text("id"));

    killAndStartAgain();

    assertThat(api.get("/connect").body().at("/items/0/id").asString()).isEqualTo(login.text("id"));
    String code = "{\"code\":\"" + sandbox.code("9996610001") + "\"}";
    Api.Answer done = api.post("/connect/" + login.text("id") + "/code", code).ok();
    assertThat(done.text("step")).isEqualTo("SIGNED_IN");
    assertThat(authKey("telegram_sessions", done.text("accountId"))).isEqualTo(before);
  }

  @Test
  void killed_between_a_delivery_and_its_answer_the_post_stands_exactly_once() {
    String account = api.connect(sandbox, "9996610001");
    String key = authKey("telegram_sessions", account);
    sandbox.fault("{\"method\":\"messages.sendMessage\",\"kind\":\"DROP_ANSWER\",\"times\":1}");
    String body =
        "{\"channelId\":\"%s\",\"text\":\"survivor\"}".formatted(api.channel(account, OWN));
    String delivery = api.publish("kill", body).ok().text("id");
    api.awaitState("/messages/" + delivery, "SENDING");
    sandbox.awaitPosts(OWN, "survivor", 1);

    killAndStartAgain();

    JsonNode sent = api.awaitState("/messages/" + delivery, "SENT");
    assertThat(sent.get("attempts").asInt()).isEqualTo(2);
    assertThat(sandbox.posts(OWN, "survivor")).hasSize(1);
    assertThat(sandbox.posts(OWN, "survivor").getFirst().get("number").asInt())
        .isEqualTo(sent.get("messageNumber").asInt());
    assertThat(api.publish("kill", body).text("id")).isEqualTo(delivery);
    assertThat(authKey("telegram_sessions", account)).isEqualTo(key);
  }

  @Test
  void killed_between_an_album_and_its_answer_it_stands_exactly_once() {
    String account = api.connect(sandbox, "9996610001");
    int before = sandbox.lastNumber(OWN);
    byte[] first = TestFiles.png(90, 60);
    byte[] second = TestFiles.png(60, 90);
    sandbox.fault("{\"method\":\"messages.sendMultiMedia\",\"kind\":\"DROP_ANSWER\",\"times\":1}");
    String delivery = api.publish("album", album(account, first, second)).ok().text("id");
    api.awaitState("/messages/" + delivery, "SENDING");
    sandbox.awaitPosts(OWN, "album survivor", 1);

    killAndStartAgain();

    JsonNode sent = api.awaitState("/messages/" + delivery, "SENT");
    assertThat(sent.get("attempts").asInt()).isEqualTo(2);
    List<JsonNode> posts = sandbox.postsAfter(OWN, before);
    assertThat(posts).hasSize(2);
    assertThat(sandbox.file(posts.get(0))).isEqualTo(first);
    assertThat(sandbox.file(posts.get(1))).isEqualTo(second);
  }

  private String album(String account, byte[]... files) {
    List<String> media = new ArrayList<>();
    for (byte[] file : files) {
      media.add("{\"id\":\"%s\"}".formatted(api.handIn(media.size() + ".png", file)));
    }
    return "{\"channelId\":\"%s\",\"text\":\"album survivor\",\"enclosures\":{\"media\":%s}}"
        .formatted(api.channel(account, OWN), media);
  }

  @Test
  void killed_in_the_middle_of_an_upload_it_goes_on_and_posts_once() {
    String account = api.connect(sandbox, "9996610001");
    int before = sandbox.lastNumber(OWN);
    byte[] file = TestFiles.noise(2_500_000);
    sandbox.fault("{\"method\":\"upload.saveFilePart\",\"kind\":\"STALL\",\"times\":1}");
    String delivery = api.publish("upload", album(account, file)).ok().text("id");
    api.awaitState("/messages/" + delivery, "SENDING");

    killAndStartAgain();

    api.awaitState("/messages/" + delivery, "SENT");
    List<JsonNode> posts = sandbox.postsAfter(OWN, before);
    assertThat(posts).hasSize(1);
    assertThat(sandbox.file(posts.getFirst())).isEqualTo(file);
  }

  @Test
  void killed_before_its_time_a_planned_post_goes_out_by_itself_after_the_restart() {
    String account = api.connect(sandbox, "9996610001");
    String body =
        "{\"channelId\":\"%s\",\"text\":\"planned survivor\",\"plannedAt\":\"%s\"}"
            .formatted(api.channel(account, OWN), Instant.now().plusSeconds(3));
    String delivery = api.publish("planned", body).ok().text("id");

    killAndStartAgain();

    JsonNode sent = api.awaitState("/messages/" + delivery, "SENT");
    assertThat(sent.get("attempts").asInt()).isEqualTo(1);
    assertThat(sent.get("lateMillis").asLong()).isNotNegative();
    assertThat(sandbox.posts(OWN, "planned survivor")).hasSize(1);
  }

  @Test
  void killed_between_an_edit_and_its_answer_the_edit_is_finished_after_the_restart() {
    String account = api.connect(sandbox, "9996610001");
    String body =
        "{\"channelId\":\"%s\",\"text\":\"to be edited\"}".formatted(api.channel(account, OWN));
    String delivery = api.publish("edited", body).ok().text("id");
    api.awaitState("/messages/" + delivery, "SENT");
    sandbox.fault("{\"method\":\"messages.editMessage\",\"kind\":\"DROP_ANSWER\",\"times\":1}");
    api.patch("/messages/" + delivery, "{\"text\":\"edited survivor\"}").ok();
    sandbox.awaitPosts(OWN, "edited survivor", 1);
    assertThat(api.get("/messages/" + delivery).text("text")).isEqualTo("to be edited");

    killAndStartAgain();

    JsonNode edited = api.await("/messages/" + delivery, now -> !now.has("change"));
    assertThat(edited.get("text").asString()).isEqualTo("edited survivor");
    assertThat(edited.has("editedAt")).isTrue();
    assertThat(sandbox.posts(OWN, "to be edited")).isEmpty();
  }

  @Test
  void killed_while_a_list_is_begun_no_code_is_asked_for_twice_and_the_rest_goes_on() {
    sandbox.fault(
        "{\"number\":\"9996610002\",\"method\":\"auth.sendCode\",\"kind\":\"DROP_ANSWER\",\"times\":1}");
    String batch =
        api.batch("killed", "9996610001", "9996610002", "9996610003", "9996630002").ok().text("id");
    JsonNode first = api.awaitRow(batch, 1, "CODE_SENT");
    api.awaitRow(batch, 2, "STARTING");
    Awaitility.await("the code").until(() -> sandbox.codesSent("9996610002") == 1);

    killAndStartAgain();

    JsonNode lost = api.awaitRow(batch, 2, "REFUSED");
    assertThat(lost.at("/refusal/code").asString()).isEqualTo("login-interrupted");
    JsonNode third = api.awaitRow(batch, 3, "CODE_SENT");
    assertThat(api.enterCode(sandbox, first, "9996610001").ok().text("step"))
        .isEqualTo("SIGNED_IN");
    api.awaitRow(batch, 4, "CODE_SENT");
    assertThat(List.of("9996610001", "9996610002", "9996610003", "9996630002"))
        .allSatisfy(phone -> assertThat(sandbox.codesSent(phone)).isEqualTo(1));
    assertThat(api.enterCode(sandbox, third, "9996610003").ok().text("step"))
        .isEqualTo("SIGNED_IN");

    api.post("/connect/batches/" + batch + "/rows/2/retry", "{}").ok();
    api.awaitRow(batch, 2, "CODE_SENT");
    assertThat(sandbox.codesSent("9996610002")).isEqualTo(2);
  }
}
