package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.login.LoginCleaning;
import xyz.contentfactory.integration.login.LoginFlow;
import xyz.contentfactory.integration.login.Logins;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.TestPostgres;

class ConnectFlowTest {
  private static final MovableClock SANDBOX_CLOCK = new MovableClock();
  private static final MovableClock OUR_CLOCK = new MovableClock();
  private static SandboxWorld sandbox;
  private static TestNode node;

  private Api api;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(SANDBOX_CLOCK);
    node =
        TestNode.start(
            TestNode.settings(
                TestPostgres.freshDatabase(),
                sandbox.address(),
                Files.createTempDirectory("connect").resolve("keyring")),
            OUR_CLOCK);
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

  @AfterEach
  void noFaults() {
    sandbox.noFaults();
  }

  private Api.Answer connect(String phone) {
    return api.post("/connect", "{\"phoneNumber\":\"" + phone + "\"}");
  }

  private Api.Answer step(Api.Answer login, String step, String json) {
    return api.post("/connect/" + login.text("id") + "/" + step, json);
  }

  private Api.Answer code(Api.Answer login, String code) {
    return step(login, "code", "{\"code\":\"" + code + "\"}");
  }

  private Api.Answer password(Api.Answer login, String password) {
    return step(login, "password", "{\"password\":\"" + password + "\"}");
  }

  @Test
  void a_number_is_connected_by_its_login_code() {
    Api.Answer login = connect("+99966 (1) 0001").ok();
    assertThat(login.status()).isEqualTo(201);
    assertThat(login.text("step")).isEqualTo("CODE_SENT");
    assertThat(login.text("phoneMasked")).doesNotContain("9996610001").contains("*");
    assertThat(login.body().at("/codeDelivery/via").asString()).isEqualTo("APP");
    assertThat(login.body().at("/codeDelivery/length").asInt()).isEqualTo(5);
    assertThat(login.body().at("/codeDelivery/nextVia").asString()).isEqualTo("SMS");

    Api.Answer done = code(login, sandbox.code("9996610001")).ok();
    assertThat(done.text("step")).isEqualTo("SIGNED_IN");
    String account = "/accounts/" + done.text("accountId");
    api.awaitState(account, "CONNECTED");
    Api.Answer shown = api.get(account);
    assertThat(shown.text("name")).isEqualTo("Анна Соколова");
    assertThat(shown.text("username")).isEqualTo("anna_sokolova");
    assertThat(shown.body().get("dc").asInt()).isEqualTo(1);
    assertThat(shown.text("telegramUserId")).matches("[0-9]+");
    assertThat(api.get("/accounts").body().get("items")).hasSize(1);
    assertThat(api.get("/connect").body().get("items")).isEmpty();
  }

  @Test
  void a_cloud_password_is_asked_for_and_the_number_s_own_data_centre_is_found() {
    Api.Answer login = connect("9996620002").ok();
    Api.Answer asked = code(login, sandbox.code("9996620002")).ok();
    assertThat(asked.text("step")).isEqualTo("PASSWORD_NEEDED");
    assertThat(asked.text("passwordHint")).startsWith("sandbox-");

    Api.Answer wrong = password(login, "not it");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.code()).isEqualTo("cloud-password-invalid");

    Api.Answer done = password(login, "sandbox-0002").ok();
    assertThat(done.text("step")).isEqualTo("SIGNED_IN");
    assertThat(done.body().has("passwordHint")).isFalse();
    assertThat(api.awaitState("/accounts/" + done.text("accountId"), "CONNECTED").get("dc").asInt())
        .isEqualTo(2);
  }

  @Test
  void a_wrong_code_may_be_corrected() {
    Api.Answer login = connect("9996610003").ok();
    Api.Answer wrong = code(login, "12345");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.code()).isEqualTo("login-code-invalid");
    assertThat(wrong.text("telegramType")).isEqualTo("PHONE_CODE_INVALID");
    assertThat(code(login, sandbox.code("9996610003")).text("step")).isEqualTo("SIGNED_IN");
  }

  @Test
  void an_expired_code_ends_the_login() {
    Api.Answer login = connect("9996620001").ok();
    sandbox.set("9996620001", "{\"codeExpired\":true}");
    Api.Answer late = code(login, sandbox.code("9996620001"));
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.code()).isEqualTo("login-code-expired");
    assertThat(api.get("/connect/" + login.text("id")).text("step")).isEqualTo("EXPIRED");
    Api.Answer again = code(login, "22222");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("login-step-expired");
  }

  @Test
  void a_banned_number_is_named_as_such() {
    Api.Answer refused = connect("9996620009");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("phone-number-banned");
    assertThat(api.get("/connect").body().get("items")).isEmpty();
  }

  @Test
  void a_number_without_an_account_is_not_registered_by_us() {
    Api.Answer login = connect("9996610077");
    Api.Answer end = login.status() == 201 ? code(login, "11111") : login;
    assertThat(end.status()).isEqualTo(422);
    assertThat(end.code()).isEqualTo("phone-number-not-registered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "+", "12", "phone", "+49 151 23456789012345", "1;drop table"})
  void nonsense_is_not_a_number(String phone) {
    Api.Answer refused = connect(phone);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("invalid-input");
    assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("phoneNumber");
  }

  @Test
  void a_flood_wait_is_shown_with_its_length() {
    sandbox.fault("{\"method\":\"auth.sendCode\",\"kind\":\"FLOOD_WAIT\",\"seconds\":77}");
    Api.Answer refused = connect("9996630002");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("flood-wait");
    assertThat(refused.body().get("retryAfterSeconds").asInt()).isEqualTo(77);
    assertThat(refused.raw().headers().firstValue("Retry-After")).hasValue("77");
  }

  @Test
  void a_code_is_sent_again_only_when_telegram_allows_it() {
    Api.Answer login = connect("9996630002").ok();
    Api.Answer early = step(login, "resend", "");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.code()).isEqualTo("resend-not-available");
    assertThat(early.body().get("retryAfterSeconds").asInt()).isBetween(1, 60);
    SANDBOX_CLOCK.move(Duration.ofSeconds(61));
    OUR_CLOCK.move(Duration.ofSeconds(61));
    Api.Answer resent = step(login, "resend", "").ok();
    assertThat(resent.body().at("/codeDelivery/via").asString()).isEqualTo("SMS");
    assertThat(resent.body().at("/codeDelivery/nextVia").asString()).isEqualTo("CALL");
    assertThat(code(login, sandbox.code("9996630002")).text("step")).isEqualTo("SIGNED_IN");
  }

  @Test
  void a_cancelled_login_is_over_at_telegram_too() {
    Api.Answer login = connect("9996620003").ok();
    assertThat(step(login, "cancel", "").ok().text("step")).isEqualTo("CANCELLED");
    assertThat(step(login, "cancel", "").code()).isEqualTo("login-step-expired");
    assertThat(code(login, "22222").code()).isEqualTo("login-step-expired");
    assertThat(api.get("/connect").body().get("items")).isEmpty();
    assertThat(sandbox.isCodeOpen("9996620003")).isFalse();
  }

  @Test
  void only_so_many_logins_are_open_at_once() {
    List<Api.Answer> open =
        Stream.of("9996610001", "9996610003", "9996620001", "9996620003", "9996630001")
            .map(phone -> connect("+" + phone).ok())
            .toList();
    Api.Answer refused = connect("+9996610002");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too-many-requests");
    assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
    step(open.getFirst(), "cancel", "").ok();
    Api.Answer next = connect("+9996610002").ok();
    Stream.concat(open.stream().skip(1), Stream.of(next))
        .forEach(login -> step(login, "cancel", "").ok());
  }

  @Test
  void a_page_loaded_anew_goes_on_with_the_same_login() {
    Api.Answer first = connect("9996630003").ok();
    Api.Answer again = connect("+9996630003").ok();
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    step(first, "cancel", "").ok();
    assertThat(connect("9996630003").ok().text("id")).isNotEqualTo(first.text("id"));
  }

  @Test
  void a_login_left_alone_expires_at_telegram_too() {
    Api.Answer login = connect("9996610003").ok();
    OUR_CLOCK.move(Duration.ofMinutes(11));
    assertThat(code(login, "11111").code()).isEqualTo("login-step-expired");
    new LoginCleaning(
            node.bean(Logins.class), node.bean(LoginFlow.class), node.bean(Claims.class), OUR_CLOCK)
        .run();
    api.await(
        "/connect/" + login.text("id"), body -> body.path("step").asString().equals("EXPIRED"));
    assertThat(sandbox.isCodeOpen("9996610003")).isFalse();
  }

  @Test
  void a_connected_number_is_not_connected_twice() {
    api.connect(sandbox, "9996610001");
    Api.Answer again = connect("9996610001");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("account-already-connected");
  }

  @Test
  void what_belongs_to_others_is_not_there() {
    Api.Answer login = connect("9996620003").ok();
    Api stranger = Api.newMember(node);
    String path = "/connect/" + login.text("id");
    assertThat(stranger.get(path).code()).isEqualTo("login-not-found");
    assertThat(stranger.post(path + "/code", "{\"code\":\"22222\"}").code())
        .isEqualTo("login-not-found");
    assertThat(stranger.post(path + "/cancel", "").status()).isEqualTo(404);
    assertThat(api.get("/connect/not-a-uuid").status()).isIn(400, 404);
    String account = code(login, sandbox.code("9996620003")).ok().text("accountId");
    assertThat(stranger.get("/accounts/" + account).code()).isEqualTo("account-not-found");
    assertThat(stranger.delete("/accounts/" + account).code()).isEqualTo("account-not-found");
    assertThat(stranger.get("/channels?accountId=" + account).code())
        .isEqualTo("account-not-found");
    assertThat(stranger.get("/accounts").body().get("items")).isEmpty();
  }

  @Test
  void viewers_may_look_but_not_change() {
    Api viewer = api.as("viewer");
    assertThat(viewer.get("/accounts").status()).isEqualTo(200);
    assertThat(viewer.post("/connect", "{\"phoneNumber\":\"9996610001\"}").code())
        .isEqualTo("not-allowed");
  }

  @Test
  void disconnecting_logs_out_at_telegram_and_the_number_can_be_connected_again() {
    String account = api.connect(sandbox, "9996630002");
    assertThat(api.delete("/accounts/" + account).status()).isEqualTo(204);
    assertThat(api.get("/accounts/" + account).status()).isEqualTo(404);
    assertThat(api.get("/channels").body().get("items")).isEmpty();
    assertThat(api.delete("/accounts/" + account).status()).isEqualTo(404);
    assertThat(api.connect(sandbox, "9996630002")).isNotEqualTo(account);
  }
}
