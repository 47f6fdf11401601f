package xyz.contentfactory.telegram.sandbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.sandbox.Http;
import xyz.contentfactory.telegram.sandbox.Sandbox;
import xyz.contentfactory.telegram.sandbox.SandboxSettings;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSideTest {

  private final Sandbox sandbox;

  WebSideTest(@TempDir Path folder) {
    sandbox = Sandbox.start(SandboxSettings.local(folder, 0));
  }

  @BeforeAll
  void numbers_have_no_faults() {
    assertThat(send("DELETE", "/api/sandbox/faults", "").status()).isEqualTo(204);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  private URI base() {
    return sandbox.address();
  }

  private Http.Answer send(String method, String path, String json) {
    return Http.send(base(), method, path, json);
  }

  @Test
  void somebody_founds_a_channel_and_owns_it() {
    var made =
        send("POST", "/api/sandbox/channels", "{\"owner\":\"9996610003\",\"title\":\" Dawn \"}");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().get("title").stringValue()).isEqualTo("Dawn");
    assertThat(made.json().get("kind").stringValue()).isEqualTo("CHANNEL");
    assertThat(made.json().get("members").intValue()).isEqualTo(1);
    var next =
        send("POST", "/api/sandbox/channels", "{\"owner\":\"9996610003\",\"title\":\"Dusk\"}");
    assertThat(next.json().get("id")).isNotEqualTo(made.json().get("id"));
    assertThat(send("POST", "/api/sandbox/channels", "{\"owner\":\"9996610003\"}").status())
        .isEqualTo(400);
    assertThat(
            send("POST", "/api/sandbox/channels", "{\"owner\":\"9996619999\",\"title\":\"x\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void the_description_has_what_a_client_needs() {
    var description = Http.get(base(), "/api/sandbox").json();
    assertThat(description.get("dcs")).hasSize(3);
    assertThat(description.get("layer").intValue()).isEqualTo(228);
    RsaPublicKey key = RsaPublicKey.fromPem(description.get("publicKey").stringValue());
    String fingerprint = description.get("fingerprint").stringValue();
    assertThat(fingerprint).isEqualTo("%016x".formatted(key.fingerprint())).doesNotStartWith("0");
    var first = description.get("numbers").get(0);
    assertThat(first.get("phone").stringValue()).isEqualTo("9996610001");
    assertThat(first.get("dc").intValue()).isEqualTo(1);
    assertThat(first.get("cloudPasswordSet").booleanValue()).isFalse();
  }

  @Test
  void the_page_is_served_with_a_strict_policy_and_without_inline_script() {
    var page = Http.get(base(), "/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.whole().headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(p -> assertThat(p).startsWith("default-src 'none'"));
    assertThat(page.body()).doesNotContain("<script>", "<style", " style=", "onclick=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/phone.js", "/phone.css", "/words.js", "/bubble.js", "/icon.svg"})
  void the_files_of_the_page_are_there(String path) {
    assertThat(Http.get(base(), path).status()).isEqualTo(200);
  }

  @Test
  void a_cloud_password_is_set_and_taken_away() {
    String path = "/api/sandbox/numbers/9996620003";
    var set = send("PUT", path, "{\"cloudPassword\":\"longer\",\"hint\":\"not shorter\"}").json();
    assertThat(set.get("cloudPasswordSet").booleanValue()).isTrue();
    assertThat(set.get("hint").stringValue()).isEqualTo("not shorter");
    var gone = send("PUT", path, "{\"cloudPassword\":null}").json();
    assertThat(gone.get("cloudPasswordSet").booleanValue()).isFalse();
  }

  @Test
  void a_new_number_is_given_an_account() {
    String path = "/api/sandbox/numbers/9996637777";
    assertThat(Http.get(base(), path).status()).isEqualTo(404);
    var made = send("PUT", path, "{\"name\":\"Nora New\",\"codeDelivery\":\"SMS\"}").json();
    assertThat(made.get("name").stringValue()).isEqualTo("Nora New");
    assertThat(made.get("dc").intValue()).isEqualTo(3);
  }

  @Test
  void posts_of_a_channel_stand_with_sender_and_formatting() {
    var posts = Http.get(base(), "/api/sandbox/channels/2100000001/posts?after=1&limit=1").json();
    var post = posts.get("posts").get(0);
    assertThat(post.get("number").intValue()).isEqualTo(2);
    assertThat(post.get("sender").get("phone").stringValue()).isEqualTo("9996620001");
    assertThat(post.get("entities").get(0).get("type").stringValue()).isEqualTo("bold");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/sandbox/numbers/123,404,not-found",
    "GET,/api/sandbox/numbers/9996610003/code,404,not-found",
    "GET,/api/sandbox/channels/1/posts,404,not-found",
    "GET,/api/sandbox/channels/x/posts,404,not-found",
    "GET,/api/sandbox/channels/2100000001/posts?limit=0,400,invalid-input",
    "GET,/api/sandbox/channels/2100000001/posts?limit=%zz,400,invalid-input",
    "GET,/api/other,404,not-found",
    "GET,/../secret,404,not-found",
    "POST,/api/sandbox,405,method-not-allowed",
    "POST,/phone.css,405,method-not-allowed",
    "DELETE,/api/sandbox/faults/99,404,not-found",
  })
  void what_is_not_there_is_a_problem_with_a_code(
      String method, String path, int status, String code) {
    URI uri = URI.create(base() + path.replace("%zz", "%25zz"));
    Http.Answer answer =
        Http.send(HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\":\"EXPLODE\"}|400|invalid-input",
        "{\"kind\":\"STALL\",\"colour\":1}|400|invalid-input",
        "{\"kind\":\"RPC_ERROR\"}|400|invalid-input",
        "{\"kind\":\"STALL\",\"times\":\"many\"}|400|invalid-input",
        "{\"kind\":\"STALL\",\"number\":\"12\"}|400|invalid-input",
        "[1]|400|body-unreadable",
        "{|400|body-unreadable",
      })
  void a_fault_that_makes_no_sense_is_refused(String body, int status, String code) {
    Http.Answer answer = send("POST", "/api/sandbox/faults", body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void big_bodies_and_other_types_are_refused() {
    String big = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
    assertThat(send("PUT", "/api/sandbox/numbers/9996610003", big).status()).isEqualTo(413);
    Http.Answer form =
        Http.send(
            HttpRequest.newBuilder(base().resolve("/api/sandbox/faults"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(form.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({"Origin,https://evil.example", "Sec-Fetch-Site,cross-site"})
  void other_pages_may_not_write(String header, String value) {
    Http.Answer answer =
        Http.send(
            HttpRequest.newBuilder(base().resolve("/api/sandbox/faults"))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"STALL\"}")));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(Http.get(base(), "/api/sandbox/faults").json().get("items")).isEmpty();
  }

  @Test
  void the_front_door_knows_its_own_names_only() {
    assertThat("localhost:8090 127.0.0.1:8090 [::1]:8090 sandbox.localhost".split(" ", -1))
        .allSatisfy(h -> assertThat(FrontDoor.isLocal(h)).as(h).isTrue());
    assertThat("evil.example localhost.evil.example 127.0.0.1.nip.io".split(" ", -1))
        .allSatisfy(h -> assertThat(FrontDoor.isLocal(h)).as(h).isFalse());
  }
}
