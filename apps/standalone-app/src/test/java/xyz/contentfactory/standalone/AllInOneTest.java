package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Everything together, in this process, on ports and a folder of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllInOneTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();
  private static final String MEMBER =
      """
      {"email":"first@example.org","password":"a long enough password"}\
      """;

  @TempDir static Path temporary;
  private final HttpClient http = HttpClient.newHttpClient();
  private Parts parts = new Parts();
  private int port;

  @BeforeAll
  void start() {
    Standalone running = Standalone.start(settings(), parts);
    port = running.httpPort();
    assertThat(running.readyLine())
        .matches(
            "Content Factory is ready: http://localhost:%d, the sandbox's phone: http://127\\.0\\.0\\.1:\\d+/? \\([0-9.]+ s\\)"
                .formatted(port));
  }

  @AfterAll
  void stop() {
    parts.close();
  }

  @Test
  void it_is_alive_and_ready_and_says_so_without_a_session() throws Exception {
    assertThat(get("/api/v1/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/api/v1/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/api/v1/telegram/accounts").statusCode()).isEqualTo(401);
  }

  /// `web/openapi.json` is what the cabinet's types are generated from. To renew it: `./mvnw -pl
  /// apps/standalone-app -am test -Dtest=AllInOneTest -Dcf.renew=true
  /// -Dsurefire.failIfNoSpecifiedTests=false`
  @Test
  void the_committed_api_document_is_what_the_app_serves() throws Exception {
    Path golden = Path.of("../../web/openapi.json");
    ObjectNode served = (ObjectNode) JSON.readTree(get("/openapi.json").body());
    served.remove("servers");
    String text = JSON.writeValueAsString(JSON.treeToValue(served, Object.class)) + "\n";
    if (Boolean.getBoolean("cf.renew")) {
      Files.writeString(golden, text);
    }
    assertThat(Files.readString(golden)).isEqualTo(text);
  }

  @Test
  void a_second_one_on_the_same_folder_is_refused() {
    assertThatThrownBy(() -> Standalone.start(settings(), new Parts()))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("in use by another Content Factory");
  }

  @Test
  void what_was_registered_before_a_stop_is_there_after_the_next_start() throws Exception {
    assertThat(post("/api/auth/register", MEMBER).statusCode()).isEqualTo(201);

    parts.close();
    parts = new Parts();
    port = Standalone.start(settings(), parts).httpPort();

    assertThat(post("/api/auth/login", MEMBER).statusCode()).isEqualTo(200);
  }

  private StandaloneSettings settings() {
    return Environment.read(
        Map.of(
            "CF_DATA_DIR", temporary.resolve("data").toString(),
            "CF_HTTP_PORT", "0",
            "CF_SANDBOX_HTTP_PORT", "0",
            "CF_MAIL_PORT", "0",
            "CF_CAPTCHA_DIFFICULTY", "0"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
