package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.network.TelegramClock;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.TestPostgres;

/// A machine whose clock is an hour off Telegram's.
class WrongClockTest {
  private static final String PHONE = "9996610001";
  private static final String OWN = "2100000001";

  private static SandboxWorld sandbox;
  private static TestNode node;

  @BeforeAll
  static void start() throws Exception {
    MovableClock telegram = new MovableClock();
    telegram.move(Duration.ofHours(1));
    sandbox = SandboxWorld.start(telegram);
    Path keyring = Files.createTempDirectory("clock").resolve("keyring");
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

  @Test
  void posts_go_out_once_and_the_wrong_clock_is_known() {
    Api api = Api.newMember(node);
    TelegramClock clock = node.bean(TelegramClock.class);
    assertThat(clock.isRight()).isTrue();

    String account = api.connect(sandbox, PHONE);
    publish(api, account, "an hour behind");
    assertThat(clock.isRight()).isFalse();
    assertThat(clock.offset().orElseThrow().toMinutes()).isBetween(59L, 60L);
  }

  private static void publish(Api api, String account, String text) {
    String post =
        "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(api.channel(account, OWN), text);
    String delivery = api.publish(UUID.randomUUID().toString(), post).ok().text("id");
    api.awaitState("/messages/" + delivery, "SENT");
    assertThat(sandbox.posts(OWN, text)).hasSize(1);
  }
}
