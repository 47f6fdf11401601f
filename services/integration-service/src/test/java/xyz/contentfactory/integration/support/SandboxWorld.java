package xyz.contentfactory.integration.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.telegram.sandbox.Sandbox;
import xyz.contentfactory.telegram.sandbox.SandboxSettings;

/// A sandbox of this test class, and what a test may do to it.
public final class SandboxWorld implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  private SandboxWorld(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  public static SandboxWorld start(InstantSource clock) {
    try {
      return new SandboxWorld(
          Sandbox.start(
              new SandboxSettings(
                  Files.createTempDirectory("sandbox"),
                  InetAddress.getLoopbackAddress(),
                  0,
                  clock)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return sandbox.address();
  }

  /// The last login code of a number.
  public String code(String phone) {
    return ask("GET", "/api/sandbox/numbers/" + phone + "/code", null).get("code").asString();
  }

  public boolean isCodeOpen(String phone) {
    return ask("GET", "/api/sandbox/numbers/" + phone + "/code", null).get("valid").asBoolean();
  }

  public void set(String phone, String json) {
    ask("PUT", "/api/sandbox/numbers/" + phone, json);
  }

  public void fault(String json) {
    ask("POST", "/api/sandbox/faults", json);
  }

  public void noFaults() {
    ask("DELETE", "/api/sandbox/faults", null);
  }

  /// The posts of a channel with this text.
  public List<JsonNode> posts(String channel, String text) {
    List<JsonNode> found = new ArrayList<>();
    ask("GET", "/api/sandbox/channels/" + channel + "/posts?limit=1000", null)
        .get("posts")
        .forEach(post -> {
          if (post.get("text").asString().equals(text)) {
            found.add(post);
          }
        });
    return found;
  }

  public void awaitPosts(String channel, String text, int count) {
    Awaitility.await(text)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> posts(channel, text).size() == count);
  }

  private JsonNode ask(String method, String path, @Nullable String body) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, publisher)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
