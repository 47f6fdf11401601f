package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.client.LoginStep.PasswordNeeded;
import xyz.contentfactory.telegram.client.LoginStep.QrShown;
import xyz.contentfactory.telegram.client.LoginStep.SignedIn;

/// QR codes, bots and devices against the real sandbox.
class LoginWaysTest {
  private static final String ANNA = "9996610001";
  private static final String EMMA = "9996620002";
  private static final String JAMES = "9996630002";
  private static final long BRIEF = 2_100_000_001L;

  private final SandboxTelegram telegram;
  private final RecordingOwner owner = new RecordingOwner();

  LoginWaysTest(@TempDir Path folder) {
    telegram = new SandboxTelegram(folder);
  }

  @AfterEach
  void stop() {
    telegram.close();
  }

  private static QrShown shown(LoginStep step) {
    assertThat(step).isInstanceOf(QrShown.class);
    return (QrShown) step;
  }

  @Test
  void a_scanned_qr_code_signs_in_at_once_and_moves_to_the_home_of_the_person() {
    try (var client = telegram.open(owner)) {
      var shown = shown(client.login().showQr(List.of()));
      assertThat(shown.token().link()).startsWith("tg://login?token=");
      telegram.approve(JAMES, shown.token().link());
      var began = System.nanoTime();
      var next = client.login().nextQr(shown);
      assertThat(next)
          .isInstanceOfSatisfying(
              SignedIn.class, in -> assertThat(in.user().firstName()).isEqualTo("James"));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
      assertThat(client.storedLogin().homeDc()).isEqualTo(3);
      assertThat(client.self().firstName()).isEqualTo("James");
    }
  }

  @Test
  void a_cloud_password_is_asked_for_after_the_qr_code() {
    try (var client = telegram.open(owner)) {
      var shown = shown(client.login().showQr(List.of()));
      telegram.approve(EMMA, shown.token().link());
      assertThat(client.login().nextQr(shown)).isInstanceOf(PasswordNeeded.class);
      var in = client.login().checkPassword("sandbox-0002".toCharArray());
      assertThat(in.user().firstName()).isEqualTo("Emma");
    }
  }

  @Test
  void a_qr_code_accepted_while_nobody_listened_signs_in_after_a_restart() {
    String link;
    try (var client = telegram.open(owner)) {
      link = shown(client.login().showQr(List.of())).token().link();
    }
    telegram.approve("9996620001", link);
    try (var client = telegram.open(owner)) {
      assertThat(client.login().showQr(List.of())).isInstanceOf(SignedIn.class);
    }
  }

  @Test
  void a_token_that_nears_its_end_is_replaced_by_another() {
    try (var client = telegram.open(owner)) {
      var shown = shown(client.login().showQr(List.of()));
      var over = new QrShown(shown.token(), shown.expiresAt().minusSeconds(30), List.of());
      assertThat(shown(client.login().nextQr(over)).token()).isNotEqualTo(shown.token());
    }
  }

  @Test
  void an_account_that_is_connected_already_cannot_scan() {
    try (var client = telegram.open(owner)) {
      var shown = shown(client.login().showQr(List.of(5_000_010_001L)));
      assertThatThrownBy(() -> telegram.approve(ANNA, shown.token().link()))
          .hasMessageContaining("AUTH_TOKEN_EXCEPTION");
    }
  }

  @Test
  void a_bot_signs_in_by_its_token_finds_its_channels_and_posts() {
    var bot = telegram.bot(ANNA, "brief_bot");
    try (var client = telegram.open(owner)) {
      var in = client.login().signInBot(bot.token());
      assertThat(in.user().bot()).isTrue();
      assertThat(client.channelsAmong(List.of(BRIEF))).isEmpty();
      telegram.promote(bot, BRIEF);
      var channel = client.channelsAmong(List.of(2_100_000_004L, BRIEF)).getFirst();
      assertThat(channel.rights().post()).isTrue();
      assertThat(channel.rights().delete()).isFalse();
      assertThat(client.channelNamed("morning_brief_sandbox")).isEqualTo(channel);
      client.sendText(
          new OutgoingText(channel.peer(), "From a bot", List.of(), 991, Instant.now()));
      assertThat(telegram.posts(BRIEF)).contains("From a bot");
    }
  }

  @Test
  void a_renewed_bot_token_is_refused_with_a_reason() {
    var bot = telegram.bot(ANNA, "brief_bot");
    telegram.renewToken(bot);
    try (var client = telegram.open(owner)) {
      assertThatThrownBy(() -> client.login().signInBot(bot.token()))
          .isInstanceOfSatisfying(
              LoginRefused.class,
              refused ->
                  assertThat(refused.reason()).isEqualTo(LoginRefused.Reason.BOT_TOKEN_INVALID));
    }
  }

  @Test
  void devices_are_listed_and_another_one_is_ended() {
    var other = new RecordingOwner();
    try (var client = telegram.open(owner);
        var second = telegram.open(other)) {
      telegram.logIn(client, ANNA);
      telegram.logIn(second, ANNA);
      var devices = client.devices();
      assertThat(devices).hasSize(2).filteredOn(Device::current).hasSize(1);
      client.endDevice(devices.stream().filter(d -> !d.current()).findFirst().orElseThrow().hash());
      assertThatThrownBy(second::self)
          .isInstanceOfSatisfying(
              RpcException.class,
              ended -> assertThat(ended.error()).isInstanceOf(RpcError.LoggedOut.class));
      assertThat(client.devices()).hasSize(1);
    }
  }
}
