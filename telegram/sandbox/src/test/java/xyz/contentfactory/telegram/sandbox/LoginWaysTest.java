package xyz.contentfactory.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;

/// QR codes, bots, devices, and keys used from two places; over real sockets.
class LoginWaysTest {

  private static final String ANNA = "9996610001";
  private static final String OLIVER = "9996610002";
  private static final String JAMES = "9996630002";
  private static final long BRIEF = 2_100_000_001L;

  @TempDir private static Path template;

  private final SettableClock clock = new SettableClock();
  private final Sandbox sandbox;

  @BeforeAll
  static void make_a_world() {
    Sandbox.start(SandboxSettings.local(template, 0)).close();
  }

  LoginWaysTest(@TempDir Path folder) throws IOException {
    Files.copy(template.resolve("world.mv"), folder.resolve("world.mv"));
    sandbox =
        Sandbox.start(new SandboxSettings(folder, InetAddress.getLoopbackAddress(), 0, clock));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private TestClient client(int dc) throws IOException {
    return TestClient.connect(sandbox, dc, FramingKind.INTERMEDIATE);
  }

  private static TlValue export(TestClient client) throws IOException {
    return client.call(
        TlValue.of("auth.exportLoginToken", "api_id", 1, "api_hash", "x", "except_ids", List.of()));
  }

  private Http.Answer approve(String phone, byte[] token) {
    String link =
        "tg://login?token=" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    return Http.send(
        sandbox.address(),
        "POST",
        "/api/sandbox/numbers/" + phone + "/login-tokens",
        "{\"link\":\"" + link + "\"}");
  }

  private static String name(TlValue success) {
    assertThat(success.name()).isEqualTo("auth.loginTokenSuccess");
    TlValue authorization = Objects.requireNonNull(success.object("authorization"));
    return Objects.requireNonNull(authorization.object("user")).text("first_name");
  }

  @Test
  void a_qr_code_that_the_phone_approves_logs_in() throws IOException {
    try (TestClient device = client(1)) {
      TlValue shown = export(device);
      assertThat(shown.integer("expires") - clock.instant().getEpochSecond()).isEqualTo(30);
      assertThat(approve(ANNA, shown.bytes("token")).status()).isEqualTo(200);
      TlValue push = device.nextPush();
      assertThat(push.name()).isEqualTo("updateShort");
      assertThat(Objects.requireNonNull(push.object("update")).name())
          .isEqualTo("updateLoginToken");
      assertThat(name(export(device))).isEqualTo("Анна");
    }
  }

  @Test
  void a_device_logged_in_accepts_the_code_of_another_once() throws IOException {
    try (TestClient device = client(1);
        TestClient phone = client(1)) {
      phone.logIn(ANNA);
      TlValue accept = TlValue.of("auth.acceptLoginToken", "token", export(device).bytes("token"));
      assertThat(phone.call(accept).text("device_model")).isEqualTo("Test");
      assertThatThrownBy(() -> phone.call(accept)).hasMessage("400 AUTH_TOKEN_ALREADY_ACCEPTED");
      assertThat(name(export(device))).isEqualTo("Анна");
      assertThatThrownBy(() -> phone.call(accept)).hasMessage("400 AUTH_TOKEN_INVALID");
    }
  }

  @Test
  void a_code_ends_after_thirty_seconds() throws IOException {
    try (TestClient device = client(1)) {
      byte[] token = export(device).bytes("token");
      assertThat(Http.get(sandbox.address(), "/api/sandbox/login-tokens").json().get("items"))
          .hasSize(1);
      clock.pass(Duration.ofSeconds(31));
      assertThat(Http.get(sandbox.address(), "/api/sandbox/login-tokens").json().get("items"))
          .isEmpty();
      assertThat(approve(ANNA, token).body()).contains("AUTH_TOKEN_EXPIRED");
    }
  }

  @Test
  void a_person_of_another_data_centre_makes_the_device_move() throws IOException {
    try (TestClient device = client(1);
        TestClient moved = client(3)) {
      approve(JAMES, export(device).bytes("token"));
      TlValue answer = export(device);
      assertThat(answer.name()).isEqualTo("auth.loginTokenMigrateTo");
      assertThat(answer.integer("dc_id")).isEqualTo(3);
      TlValue brought =
          moved.call(TlValue.of("auth.importLoginToken", "token", answer.bytes("token")));
      assertThat(name(brought)).isEqualTo("James");
    }
  }

  @Test
  void a_cloud_password_is_asked_for_after_the_code() throws IOException {
    try (TestClient device = client(1)) {
      approve(OLIVER, export(device).bytes("token"));
      assertThatThrownBy(() -> export(device)).hasMessage("401 SESSION_PASSWORD_NEEDED");
      assertThat(device.call(TlValue.of("account.getPassword")).text("hint"))
          .startsWith("sandbox-");
    }
  }

  private JsonNode bot() {
    return Http.send(
            sandbox.address(),
            "POST",
            "/api/sandbox/bots",
            "{\"owner\":\"%s\",\"name\":\"Brief\",\"username\":\"brief_bot\"}".formatted(ANNA))
        .json();
  }

  private static TlValue token(String token) {
    return TlValue.of(
        "auth.importBotAuthorization",
        "flags",
        0,
        "api_id",
        1,
        "api_hash",
        "x",
        "bot_auth_token",
        token);
  }

  @Test
  void a_bot_logs_in_where_it_lives_and_posts_where_it_is_an_administrator() throws IOException {
    JsonNode made = bot();
    String token = made.get("token").stringValue();
    try (TestClient elsewhere = client(2);
        TestClient bot = client(1)) {
      assertThatThrownBy(() -> elsewhere.call(token(token))).hasMessage("303 USER_MIGRATE_1");
      TlValue user = Objects.requireNonNull(bot.call(token(token)).object("user"));
      assertThat(user.text("username")).isEqualTo("brief_bot");
      assertThatThrownBy(() -> bot.call(post())).hasMessage("400 CHANNEL_INVALID");
      Http.send(
          sandbox.address(),
          "PUT",
          "/api/sandbox/bots/%s/channels/%d".formatted(made.get("id").stringValue(), BRIEF),
          "{}");
      TlValue push = bot.nextPush();
      assertThat(push.objects("updates").getFirst().name()).isEqualTo("updateChannel");
      assertThat(bot.call(post()).name()).isEqualTo("updates");
      assertThatThrownBy(() ->
              bot.call(
                  TlValue.of(
                      "messages.getDialogs",
                      "offset_date",
                      0,
                      "offset_id",
                      0,
                      "offset_peer",
                      TlValue.of("inputPeerEmpty"),
                      "limit",
                      10,
                      "hash",
                      0L)))
          .hasMessage("400 BOT_METHOD_INVALID");
    }
  }

  private static TlValue post() {
    return TlValue.of(
        "messages.sendMessage",
        "peer",
        TlValue.of("inputPeerChannel", "channel_id", BRIEF, "access_hash", 0L),
        "message",
        "From a bot",
        "random_id",
        77L);
  }

  @Test
  void a_renewed_token_ends_the_old_one() throws IOException {
    JsonNode made = bot();
    try (TestClient bot = client(1)) {
      Http.send(
          sandbox.address(),
          "POST",
          "/api/sandbox/bots/%s/token".formatted(made.get("id").stringValue()),
          "{}");
      assertThatThrownBy(() -> bot.call(token(made.get("token").stringValue())))
          .hasMessage("400 ACCESS_TOKEN_EXPIRED");
      assertThatThrownBy(() -> bot.call(token("12:x"))).hasMessage("400 ACCESS_TOKEN_INVALID");
    }
  }

  @Test
  void devices_are_listed_and_another_one_can_be_ended() throws IOException {
    try (TestClient phone = client(1);
        TestClient device = client(1)) {
      phone.logIn(ANNA);
      device.logIn(ANNA);
      List<TlValue> devices =
          phone.call(TlValue.of("account.getAuthorizations")).objects("authorizations");
      assertThat(devices).hasSize(2);
      TlValue other = devices.stream().filter(d -> d.number("hash") != 0).findFirst().orElseThrow();
      phone.call(TlValue.of("account.resetAuthorization", "hash", other.number("hash")));
      assertThatThrownBy(() -> device.call(TlValue.of("updates.getState")))
          .hasMessage("401 AUTH_KEY_UNREGISTERED");
      assertThat(phone.call(TlValue.of("updates.getState")).name()).isEqualTo("updates.state");
    }
  }

  @Test
  void a_second_main_connection_kills_the_key_when_the_rule_is_strict() throws IOException {
    try (TestClient first = client(1)) {
      first.logIn(ANNA);
      try (TestClient second = first.again()) {
        assertThat(second.call(TlValue.of("updates.getState")).name()).isEqualTo("updates.state");
      }
      Http.send(sandbox.address(), "PUT", "/api/sandbox/rules", "{\"secondConnection\":\"ANY\"}");
      try (TestClient second = first.again()) {
        assertThatThrownBy(() -> second.call(TlValue.of("updates.getState")))
            .hasMessage("406 AUTH_KEY_DUPLICATED");
      }
      assertThatThrownBy(() -> first.call(TlValue.of("updates.getState")))
          .hasMessage("406 AUTH_KEY_DUPLICATED");
    }
  }

  @Test
  void a_client_that_comes_again_after_hanging_up_is_no_second_one() throws IOException {
    Http.send(sandbox.address(), "PUT", "/api/sandbox/rules", "{\"secondConnection\":\"ANY\"}");
    try (TestClient first = client(1)) {
      first.logIn(ANNA);
      for (int i = 0; i < 5; i++) {
        first.hangUp();
        try (TestClient next = first.again()) {
          assertThat(next.call(TlValue.of("updates.getState")).name()).isEqualTo("updates.state");
        }
      }
    }
  }
}
