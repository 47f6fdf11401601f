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

  /// How many login codes have ever come to the Telegram app of a number.
  public long codesSent(String phone) {
    long count = 0;
    String chats = "/api/sandbox/numbers/" + phone + "/chats";
    for (JsonNode chat : ask("GET", chats, null).get("items")) {
      if (chat.get("kind").asString().equals("SERVICE")) {
        count += codesIn(ask("GET", chats + "/" + chat.get("id").asString(), null));
      }
    }
    return count;
  }

  private static long codesIn(JsonNode chat) {
    return chat.get("messages")
        .valueStream()
        .filter(message -> message.get("text").asString().matches("(?s).*\\b\\d{5}\\b.*"))
        .count();
  }

  public void set(String phone, String json) {
    ask("PUT", "/api/sandbox/numbers/" + phone, json);
  }

  /// Scans a QR code with the phone of this number.
  public void scan(String phone, String link) {
    ask("POST", "/api/sandbox/numbers/" + phone + "/login-tokens", "{\"link\":\"" + link + "\"}");
  }

  /// A bot as BotFather makes it: its id and its token.
  public JsonNode bot(String owner, String username) {
    return ask(
        "POST",
        "/api/sandbox/bots",
        "{\"owner\":\"%s\",\"name\":\"Brief\",\"username\":\"%s\"}".formatted(owner, username));
  }

  public void promote(JsonNode bot, String channel) {
    ask("PUT", "/api/sandbox/bots/" + bot.get("id").asString() + "/channels/" + channel, "{}");
  }

  public void demote(JsonNode bot, String channel) {
    ask("DELETE", "/api/sandbox/bots/" + bot.get("id").asString() + "/channels/" + channel, null);
  }

  public void rename(String channel, String title) {
    ask("PUT", "/api/sandbox/channels/" + channel, "{\"title\":\"" + title + "\"}");
  }

  public void deleteChannel(String channel) {
    ask("DELETE", "/api/sandbox/channels/" + channel, null);
  }

  /// Lets somebody in as an administrator who may post.
  public void letPost(String channel, String phone) {
    place(channel, phone, "{\"role\":\"ADMIN\",\"rights\":[\"post_messages\"]}");
  }

  /// Leaves somebody in without rights.
  public void takeRights(String channel, String phone) {
    place(channel, phone, "{\"role\":\"MEMBER\"}");
  }

  private void place(String channel, String phone, String body) {
    ask("PUT", "/api/sandbox/channels/%s/members/%s".formatted(channel, phone), body);
  }

  public void expel(String channel, String phone) {
    ask("DELETE", "/api/sandbox/channels/%s/members/%s".formatted(channel, phone), null);
  }

  public void renewToken(JsonNode bot) {
    ask("POST", "/api/sandbox/bots/" + bot.get("id").asString() + "/token", "{}");
  }

  /// When a second connection of one key kills it: `OTHER_ADDRESS` or `ANY`.
  public void secondConnection(String rule) {
    ask("PUT", "/api/sandbox/rules", "{\"secondConnection\":\"" + rule + "\"}");
  }

  public void fault(String json) {
    ask("POST", "/api/sandbox/faults", json);
  }

  /// The auth keys under which this number is logged in.
  public List<String> keysOf(String phone) {
    List<String> keys = new ArrayList<>();
    ask("GET", "/api/sandbox/keys", null)
        .get("items")
        .forEach(key -> {
          if (key.path("phone").asString("").equals(phone)) {
            keys.add(key.get("id").asString());
          }
        });
    return keys;
  }

  public void awaitLoggedOut(String phone) {
    Awaitility.await(phone)
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> keysOf(phone).isEmpty());
  }

  public void noFaults() {
    ask("DELETE", "/api/sandbox/faults", null);
  }

  /// The posts of a channel after the one with this number, oldest first.
  public List<JsonNode> postsAfter(String channel, int number) {
    List<JsonNode> found = new ArrayList<>();
    ask("GET", "/api/sandbox/channels/" + channel + "/posts?limit=1000&after=" + number, null)
        .get("posts")
        .forEach(found::add);
    return found;
  }

  public int lastNumber(String channel) {
    return postsAfter(channel, 0).getLast().get("number").asInt();
  }

  /// The file at a post, byte for byte.
  public byte[] file(JsonNode post) {
    String id = post.at("/media/file/id").asString();
    URI at = address().resolve("/api/sandbox/files/" + id);
    try {
      return http.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// The id of a new channel of this number.
  public String found(String owner, String title) {
    String wanted = "{\"owner\":\"%s\",\"title\":\"%s\"}".formatted(owner, title);
    return ask("POST", "/api/sandbox/channels", wanted).get("id").asString();
  }

  /// The posts of a channel, oldest first; at most 1000.
  public List<JsonNode> posts(String channel) {
    List<JsonNode> posts = new ArrayList<>();
    ask("GET", "/api/sandbox/channels/" + channel + "/posts?limit=1000", null)
        .get("posts")
        .forEach(posts::add);
    return posts;
  }

  /// The posts of a channel with this text.
  public List<JsonNode> posts(String channel, String text) {
    return posts(channel).stream()
        .filter(post -> post.get("text").asString().equals(text))
        .toList();
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
