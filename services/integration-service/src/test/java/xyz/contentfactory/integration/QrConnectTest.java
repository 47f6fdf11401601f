package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

/// Connecting by QR code, with the sandbox's phones to scan it.
class QrConnectTest {
  private static SandboxWorld sandbox;
  private static Map<String, Object> settings;
  private static TestNode node;

  private Api api;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    Path keyring = Files.createTempDirectory("qr").resolve("keyring");
    settings = TestNode.settings(TestPostgres.freshDatabase(), sandbox.address(), keyring);
    node = TestNode.start(settings, new MovableClock());
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

  private Api.Answer connect() {
    return api.post("/connect", "{\"method\":\"qr\"}").ok();
  }

  private JsonNode awaitStep(Api who, Api.Answer login, String step) {
    return who.await(
        "/connect/" + login.text("id"), body -> body.path("step").asString("").equals(step));
  }

  @Test
  void a_scanned_code_connects_the_account_and_moves_to_its_data_centre() {
    Api.Answer login = connect();
    assertThat(login.text("step")).isEqualTo("QR_SHOWN");
    Api.Answer code = api.get("/qr-code").ok();
    assertThat(code.text("link")).startsWith("tg://login?token=");
    assertThat(code.text("svg")).startsWith("<svg").contains("viewBox");
    assertThat(code.raw().headers().firstValue("Cache-Control")).contains("no-store");

    sandbox.scan("9996630002", code.text("link"));
    JsonNode done = awaitStep(api, login, "SIGNED_IN");
    assertThat(done.has("qr")).isFalse();
    JsonNode account = api.awaitState("/accounts/" + done.get("accountId").asString(), "CONNECTED");
    assertThat(account.get("name").asString()).isEqualTo("James Whitfield");
    assertThat(account.get("dc").asInt()).isEqualTo(3);
    assertThat(account.get("phoneMasked").asString()).contains("*").doesNotContain("9996630002");
    assertThat(api.get("/qr-code").code()).isEqualTo("login-not-found");
  }

  @Test
  void a_cloud_password_is_asked_for_after_the_scan() {
    Api.Answer login = connect();
    sandbox.scan("9996620002", login.body().at("/qr/link").asString());
    JsonNode asked = awaitStep(api, login, "PASSWORD_NEEDED");
    assertThat(asked.get("passwordHint").asString()).startsWith("sandbox-");
    Api.Answer done =
        api.post("/connect/" + login.text("id") + "/password", "{\"password\":\"sandbox-0002\"}");
    assertThat(done.ok().text("step")).isEqualTo("SIGNED_IN");
    api.awaitState("/accounts/" + done.text("accountId"), "CONNECTED");
  }

  @Test
  void asking_again_goes_on_with_the_code_that_is_shown() {
    assertThat(connect().text("id")).isEqualTo(connect().text("id"));
  }

  @Test
  void a_cancelled_code_lets_nobody_in() {
    Api.Answer login = connect();
    assertThat(api.post("/connect/" + login.text("id") + "/cancel", "{}").ok().text("step"))
        .isEqualTo("CANCELLED");
    sandbox.scan("9996620003", login.body().at("/qr/link").asString());
    assertThat(api.get("/accounts").body().get("items")).isEmpty();
    assertThat(api.get("/qr-code?loginId=" + login.text("id")).code())
        .isEqualTo("login-step-expired");
  }

  @Test
  void another_member_does_not_see_the_code() {
    Api.Answer login = connect();
    Api.Answer other = Api.newMember(node).get("/qr-code?loginId=" + login.text("id"));
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.code()).isEqualTo("login-not-found");
  }

  @Test
  void a_code_shown_before_a_restart_still_lets_in_on_another_node() {
    Api.Answer login;
    try (TestNode first = TestNode.start(settings, new MovableClock())) {
      Api here = api.at(first.address());
      here.await("/mode", mode -> mode.path("ready").asBoolean());
      login = here.post("/connect", "{\"method\":\"qr\"}").ok();
    }
    sandbox.scan("9996610003", login.body().at("/qr/link").asString());
    JsonNode done = awaitStep(api, login, "SIGNED_IN");
    api.awaitState("/accounts/" + done.get("accountId").asString(), "CONNECTED");
  }

  @Test
  void an_unknown_way_is_refused() {
    Api.Answer answer = api.post("/connect", "{\"method\":\"telepathy\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("method");
  }

  @Test
  void the_event_stream_tells_of_the_scan() throws Exception {
    HttpResponse<InputStream> stream =
        HttpClient.newHttpClient()
            .send(api.request("/events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      Api.Answer login = connect();
      sandbox.scan("9996620001", login.body().at("/qr/link").asString());
      String line = lines.readLine();
      while (!line.contains("SIGNED_IN")) {
        line = lines.readLine();
      }
      assertThat(line).contains(login.text("id"));
    }
  }
}
