package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.NodeProcess;
import xyz.contentfactory.integration.support.SandboxWorld;
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
}
