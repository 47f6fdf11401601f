package xyz.contentfactory.telegram.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xyz.contentfactory.telegram.net.DcAddress;
import xyz.contentfactory.telegram.net.proxy.Route;
import xyz.contentfactory.telegram.sandbox.Sandbox;
import xyz.contentfactory.telegram.sandbox.SandboxSettings;

/// The real sandbox on ports of the system's choice, and its HTTP side for scripts.
final class SandboxTelegram implements AutoCloseable {
  private static final Pattern ADDRESS =
      Pattern.compile("\\{\"id\":(\\d+),\"host\":\"([^\"]+)\",\"port\":(\\d+)}");
  private static final Pattern KEY = Pattern.compile("\"publicKey\":\"([^\"]+)\"");
  private static final Pattern BOT = Pattern.compile("\"id\":\"(\\d+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("\"code\":\"(\\d+)\"");

  private volatile Duration ahead = Duration.ZERO;
  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  SandboxTelegram(Path folder) {
    sandbox =
        Sandbox.start(
            new SandboxSettings(
                folder, InetAddress.getLoopbackAddress(), 0, () -> Instant.now().plus(ahead)));
  }

  /// The sandbox's network, with DC 2 as the one to begin at.
  TelegramNetwork network() {
    var description = get("/api/sandbox");
    var addresses =
        ADDRESS
            .matcher(description)
            .results()
            .map(m -> new DcAddress(number(m.group(1)), m.group(2), number(m.group(3))))
            .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
            .toList();
    var key = first(KEY, description).replace("\\n", "\n");
    return TelegramNetwork.of(addresses, java.util.List.of(key), ScriptedTelegram.APP);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int rank(DcAddress address) {
    return address.dc() == 2 ? 0 : address.dc();
  }

  TelegramClient open(RecordingOwner owner) {
    return open(owner, Duration.ofSeconds(60));
  }

  TelegramClient open(RecordingOwner owner, Duration callTimeout) {
    var network = network().withCallTimeout(callTimeout);
    return AccountClient.open(network, owner.latest(), owner, ScriptedTelegram.quickSettings());
  }

  TelegramClient open(RecordingOwner owner, TelegramNetwork network, Route route) {
    var settings = ScriptedTelegram.quickSettings();
    return AccountClient.open(network, owner.latest(), owner, route, settings);
  }

  /// The sandbox's clock jumps; clients opened before do not expect it.
  void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  String address() {
    return sandbox.address().toString();
  }

  String code(PhoneNumber phone) {
    return first(CODE, get("/api/sandbox/numbers/" + phone.digits() + "/code"));
  }

  void fault(String json) {
    send(HttpRequest.newBuilder(at("/api/sandbox/faults")).POST(BodyPublishers.ofString(json)));
  }

  void set(PhoneNumber phone, String json) {
    var uri = at("/api/sandbox/numbers/" + phone.digits());
    send(HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(json)));
  }

  /// Scans a QR code with the phone of this number.
  void approve(String phone, String link) {
    var uri = at("/api/sandbox/numbers/" + phone + "/login-tokens");
    send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{\"link\":\"" + link + "\"}")));
  }

  record SandboxBot(String id, BotToken token) {}

  SandboxBot bot(String owner, String username) {
    var answer =
        send(
            HttpRequest.newBuilder(at("/api/sandbox/bots"))
                .POST(
                    BodyPublishers.ofString(
                        "{\"owner\":\"%s\",\"name\":\"Brief\",\"username\":\"%s\"}"
                            .formatted(owner, username))));
    return new SandboxBot(first(BOT, answer), new BotToken(first(TOKEN, answer)));
  }

  void promote(SandboxBot bot, long channel) {
    var uri = at("/api/sandbox/bots/" + bot.id() + "/channels/" + channel);
    send(HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString("{}")));
  }

  void rename(long channel, String title) {
    var body = BodyPublishers.ofString("{\"title\":\"" + title + "\"}");
    send(HttpRequest.newBuilder(at("/api/sandbox/channels/" + channel)).PUT(body));
  }

  void deleteChannel(long channel) {
    send(HttpRequest.newBuilder(at("/api/sandbox/channels/" + channel)).DELETE());
  }

  void remove(SandboxBot bot, long channel) {
    var path = "/api/sandbox/bots/" + bot.id() + "/channels/" + channel;
    send(HttpRequest.newBuilder(at(path)).DELETE());
  }

  void renewToken(SandboxBot bot) {
    var uri = at("/api/sandbox/bots/" + bot.id() + "/token");
    send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{}")));
  }

  /// Begins a topic in a forum.
  void topic(long channel, String title) {
    var uri = at("/api/sandbox/channels/" + channel + "/topics");
    send(
        HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString("{\"title\":\"" + title + "\"}")));
  }

  void logIn(TelegramClient client, String digits) {
    var phone = new PhoneNumber(digits);
    var sent = (LoginStep.CodeSent) client.login().sendCode(phone);
    var _ = client.login().signIn(phone, sent.phoneCodeHash(), code(phone));
  }

  String posts(long channel) {
    return get("/api/sandbox/channels/" + channel + "/posts");
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(at(path)));
  }

  private URI at(String path) {
    return sandbox.address().resolve(path);
  }

  private String send(HttpRequest.Builder request) {
    try {
      var answer =
          http.send(
              request.header("Content-Type", "application/json").build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    if (!match.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return match.group(1);
  }

  @Override
  public void close() {
    http.close();
    sandbox.close();
  }
}
