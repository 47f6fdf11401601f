package xyz.contentfactory.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What `{id}` stands for in `endpoints.csv`: one thing of each kind that belongs to the user, made
/// as a person makes it. A kind that is not here has an id that nobody has.
final class OwnedThings {
  private static final String CONNECTED = "9996610001";
  private static final String HALF_CONNECTED = "9996620002";
  private static final String LISTED = "9996630002";

  private final Map<String, String> ids = new LinkedHashMap<>();
  private final AllInOneClient api;
  private final String token;
  private final String channel;

  OwnedThings(AllInOneClient api, TestCallers callers) {
    this.api = api;
    this.token = Objects.requireNonNull(callers.token(TestCaller.USER));
    String account = connectedAccount();
    ids.put("/api/v1/telegram/accounts/", account);
    ids.put("/api/v1/telegram/connect/batches/", batch());
    ids.put("/api/v1/telegram/connect/", startedLogin(HALF_CONNECTED));
    channel = channel(account);
    ids.put("/api/v1/telegram/channels/", channel);
    ids.put("/api/v1/telegram/messages/", delivery());
    callers.signIn(TestCaller.USER);
    ids.put("/api/auth/sessions/", otherSession());
    ids.put("/api/auth/api-keys/", apiKey());
  }

  /// The address with its thing in it.
  String addressOf(EndpointRow row) {
    return ids.entrySet().stream()
        .filter(kind -> row.path().startsWith(kind.getKey()))
        .map(kind -> row.path().replace("{id}", kind.getValue()).replaceAll("\\{\\w+}", "1"))
        .findFirst()
        .orElseGet(() -> row.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString()));
  }

  String bodyOf(EndpointRow row) {
    return row.body().replace("{channel}", channel);
  }

  private String connectedAccount() {
    String login = startedLogin(CONNECTED);
    String phone = get("/api/v1/telegram/mode").text("/sandbox/phoneUrl");
    String code = get(phone + "api/sandbox/numbers/" + CONNECTED + "/code").text("code");
    return post("/api/v1/telegram/connect/" + login + "/code", "{\"code\":\"" + code + "\"}")
        .text("accountId");
  }

  private String startedLogin(String number) {
    return post("/api/v1/telegram/connect", "{\"phoneNumber\":\"" + number + "\"}").text("id");
  }

  private String batch() {
    return post("/api/v1/telegram/connect/batches", "{\"numbers\":[\"" + LISTED + "\"]}")
        .text("id");
  }

  /// Waits until the account is in service and has its channels.
  private String channel(String account) {
    var channels = post("/api/v1/telegram/accounts/" + account + "/channels/refresh", "{}");
    for (var one : Objects.requireNonNull(channels.body()).get("items")) {
      if (one.get("canPost").asBoolean()) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError("no channel to post in: " + channels);
  }

  /// Planned for tomorrow, so that its state does not depend on when it is asked for.
  private String delivery() {
    return post(
            "/api/v1/telegram/messages",
            "{\"channelId\":\"%s\",\"text\":\"Good morning\",\"plannedAt\":\"%s\"}"
                .formatted(channel, Instant.now().plus(Duration.ofDays(1))))
        .text("id");
  }

  private String otherSession() {
    for (var one : Objects.requireNonNull(get("/api/auth/sessions").body()).get("items")) {
      if (!one.get("current").asBoolean()) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError("there is no second session");
  }

  private String apiKey() {
    return post("/api/auth/api-keys", "{\"name\":\"a robot\",\"scopes\":[\"read\"]}")
        .text("/apiKey/id");
  }

  private AllInOneClient.Answer get(String path) {
    return api.send("GET", path, token, null).ok();
  }

  private AllInOneClient.Answer post(String path, String body) {
    return api.send("POST", path, token, body).ok();
  }
}
