package xyz.contentfactory.integration.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One member using the API.
public final class Api {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final UUID member;
  private @Nullable String role;

  public Api(URI address, UUID member) {
    this.address = address;
    this.member = member;
  }

  public static Api newMember(TestNode node) {
    return new Api(node.address(), UUID.randomUUID());
  }

  public Api as(String otherRole) {
    Api same = new Api(address, member);
    same.role = otherRole;
    return same;
  }

  /// The same member at another node.
  public Api at(URI other) {
    return new Api(other, member);
  }

  public UUID member() {
    return member;
  }

  /// What came back.
  public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    public String text(String field) {
      return body.path(field).asString("");
    }

    public String code() {
      return text("code");
    }

    public Answer ok() {
      if (status >= 300) {
        throw new AssertionError(status + " " + body);
      }
      return this;
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer patch(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer publish(String key, String json) {
    return send(
        request("/messages")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// A list of numbers to be connected.
  public Answer batch(String key, String... numbers) {
    return batchOf(key, "{\"numbers\":[\"" + String.join("\",\"", numbers) + "\"]}");
  }

  public Answer batchOf(String key, String json) {
    return send(
        request("/connect/batches")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// Waits until the row of this line is at this step, and answers it.
  public JsonNode awaitRow(String batch, int line, String step) {
    Predicate<JsonNode> there = body -> row(body, line).path("step").asString("").equals(step);
    return row(await("/connect/batches/" + batch, there), line);
  }

  private static JsonNode row(JsonNode batch, int line) {
    for (JsonNode row : batch.path("rows")) {
      if (row.get("line").asInt() == line) {
        return row;
      }
    }
    throw new AssertionError("no line " + line + " in " + batch);
  }

  /// Enters the code that the phone shows.
  public Answer enterCode(SandboxWorld sandbox, JsonNode row, String phone) {
    String path = "/connect/" + row.at("/login/id").asString() + "/code";
    return post(path, "{\"code\":\"" + sandbox.code(phone) + "\"}");
  }

  /// Hands in a file.
  ///
  /// @param body its bytes; of a length that is told or not, as the publisher knows it
  public Answer handIn(String name, HttpRequest.BodyPublisher body) {
    String query = "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return send(
        request("/media" + query).header("Content-Type", "application/octet-stream").POST(body));
  }

  /// Hands in a file and answers its id.
  public String handIn(String name, byte[] bytes) {
    return handIn(name, HttpRequest.BodyPublishers.ofByteArray(bytes)).ok().text("id");
  }

  /// The OpenAPI document.
  public JsonNode description() {
    URI at = URI.create(address + "/openapi.json");
    return send(HttpRequest.newBuilder(at).GET()).body();
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(address + "/api/v1/telegram" + path))
            .timeout(Duration.ofSeconds(90))
            .header("X-Member", member.toString());
    return role == null ? builder : builder.header("X-Role", role);
  }

  public Answer send(HttpRequest.Builder builder) {
    try {
      HttpResponse<String> answer =
          http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode body = JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
      return new Answer(answer.statusCode(), body, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Looks again and again until it is so.
  public JsonNode await(String path, Predicate<JsonNode> so) {
    return Awaitility.await(path)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> get(path).body(), so);
  }

  public JsonNode awaitState(String path, String state) {
    return await(path, body -> body.path("state").asString("").equals(state));
  }

  /// Connects a number without a cloud password; answers the account's id.
  public String connect(SandboxWorld sandbox, String phone) {
    String account = signIn(sandbox, phone);
    awaitState("/accounts/" + account, "CONNECTED");
    await("/channels?accountId=" + account, body -> body.path("items").size() > 0);
    return account;
  }

  /// As `connect`, without waiting for the account to come up.
  public String signIn(SandboxWorld sandbox, String phone) {
    Answer login = post("/connect", "{\"phoneNumber\":\"+" + phone + "\"}").ok();
    String code = "{\"code\":\"" + sandbox.code(phone) + "\"}";
    return post("/connect/" + login.text("id") + "/code", code).ok().text("accountId");
  }

  /// The id of the account's channel with this number at Telegram.
  public String channel(String account, String telegramId) {
    for (JsonNode channel : get("/channels?accountId=" + account).body().get("items")) {
      if (channel.get("telegramId").asString().equals(telegramId)) {
        return channel.get("id").asString();
      }
    }
    throw new AssertionError("no channel " + telegramId);
  }
}
