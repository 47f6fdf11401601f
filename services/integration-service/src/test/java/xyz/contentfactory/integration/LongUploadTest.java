package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestFiles;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;

/// An upload that does not come to its end, and everything else that the account has to do.
class LongUploadTest {
  private static final String PHONE = "9996610001";
  private static final String OWN = "2100000001";

  private final DatabaseSettings database = TestPostgres.freshDatabase();
  private final SandboxWorld sandbox = SandboxWorld.start(new MovableClock());
  private Path keyring;
  private TestNode node;
  private Api api;
  private String account;
  private String slow;
  private String other;

  @BeforeEach
  void start() throws Exception {
    keyring = Files.createTempDirectory("long-upload").resolve("keyring");
    node = TestNode.start(database, sandbox.address(), keyring);
    api = Api.newMember(node);
    api.await("/mode", mode -> mode.path("ready").asBoolean());
    String second = sandbox.found(PHONE, "Second");
    account = api.connect(sandbox, PHONE);
    slow = api.channel(account, OWN);
    other = api.channel(account, second);
    sandbox.fault("{\"method\":\"upload.saveFilePart\",\"kind\":\"STALL\",\"times\":1000000}");
  }

  @AfterEach
  void stop() {
    node.close();
    sandbox.close();
  }

  private String film() {
    String file = api.handIn("sea.bin", TestFiles.noise(600_000));
    return post(slow, "film", "{\"media\":[{\"id\":\"%s\"}]}".formatted(file));
  }

  private String post(String channel, String text, String enclosures) {
    return api.publish(
            text,
            "{\"channelId\":\"%s\",\"text\":\"%s\",\"enclosures\":%s}"
                .formatted(channel, text, enclosures))
        .ok()
        .text("id");
  }

  private String state(String delivery) {
    return api.get("/messages/" + delivery).ok().text("state");
  }

  @Test
  void holds_up_its_own_channel_and_no_other_and_goes_on_after_a_restart() {
    String film = film();
    api.awaitState("/messages/" + film, "SENDING");
    String after = post(slow, "after-the-film", "{}");
    api.awaitState("/messages/" + post(other, "elsewhere", "{}"), "SENT");
    api.post("/accounts/" + account + "/channels/refresh", "").ok();
    assertThat(state(film)).isEqualTo("SENDING");
    assertThat(state(after)).isEqualTo("PLANNED");

    sandbox.noFaults();
    node.close();
    node = TestNode.start(database, sandbox.address(), keyring);
    api = api.at(node.address());
    api.awaitState("/messages/" + film, "SENT");
    api.awaitState("/messages/" + after, "SENT");
    assertThat(sandbox.posts(OWN, "film")).hasSize(1);
    assertThat(sandbox.lastNumber(OWN))
        .isEqualTo(sandbox.posts(OWN, "after-the-film").getFirst().get("number").asInt());
  }

  @Test
  void other_files_of_the_account_wait_for_it() {
    String film = film();
    api.awaitState("/messages/" + film, "SENDING");
    String file = api.handIn("small.bin", TestFiles.noise(1_000));
    String small = post(other, "small", "{\"media\":[{\"id\":\"%s\"}]}".formatted(file));
    assertThat(state(small)).isEqualTo("PLANNED");
    sandbox.noFaults();
    node.close();
    node = TestNode.start(database, sandbox.address(), keyring);
    api = api.at(node.address());
    api.awaitState("/messages/" + small, "SENT");
    api.awaitState("/messages/" + film, "SENT");
  }
}
