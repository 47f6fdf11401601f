package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.CallId;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;

/// The two halves that a transcript is played with, all randomness seeded.
final class Scene {
  static final AuthKey KEY = AuthKey.of(SeededEntropy.of(30).bytes(AuthKey.BYTES));
  private static final HexFormat HEX = HexFormat.of();

  Instant now = Instant.parse("2026-11-22T12:00:00Z");
  final ClientSession client;
  ServerSessions server = new ServerSessions(KEY, SeededEntropy.of(32));
  private final List<Long> requests = new ArrayList<>();

  Scene(Duration clockOffset) {
    client = ClientSession.open(KEY, 0, clockOffset, SeededEntropy.of(31));
  }

  /// A line that moves time or the client; false for other lines.
  boolean moves(String line) {
    var words = line.split(" ", 2);
    switch (words[0]) {
      case "connect" -> client.connected(now);
      case "call" -> client.call(HEX.parseHex(words[1]));
      case "cancel" -> client.cancel(new CallId(Long.parseLong(words[1])));
      default -> {
        if (!line.startsWith("+")) {
          return false;
        }
        now = now.plus(Duration.parse("PT" + line.substring(1)));
      }
    }
    return true;
  }

  /// A line that moves the server; false for other lines.
  boolean movesServer(String line) {
    var words = line.split(" ", 4);
    if (!words[0].equals("server")) {
      return false;
    }
    switch (words[1]) {
      case "reply" -> latest().reply(request(words[2]), HEX.parseHex(words[3]));
      case "error" -> latest().error(request(words[2]), 400, words[3]);
      case "push" -> latest().push(HEX.parseHex(words[2]));
      case "connected" -> latest().connected();
      case "forgets" -> server = new ServerSessions(KEY, SeededEntropy.of(33));
      default -> throw new IllegalArgumentException(line);
    }
    return true;
  }

  /// What a packet made the server ask for, as transcript lines.
  List<String> serverTakes(byte[] packet) {
    var session = server.accept(packet, now);
    var lines = new ArrayList<String>();
    for (var e = session.nextEffect(); e != null; e = session.nextEffect()) {
      if (e instanceof ServerEffect.Requested requested) {
        requests.add(requested.msgId());
        lines.add("* Requested " + HEX.formatHex(requested.body()));
      } else {
        lines.add("* " + e.getClass().getSimpleName());
      }
    }
    return lines;
  }

  byte @Nullable [] serverSays() {
    for (var session : server.all()) {
      var packet = session.nextPacket(now);
      if (packet != null) {
        return packet;
      }
    }
    return null;
  }

  @Nullable String clientEffect() {
    var effect = client.nextEffect();
    return switch (effect) {
      case null -> null;
      case SessionEffect.Replied replied ->
          "= Replied " + replied.call().value() + ' ' + HEX.formatHex(replied.body());
      case SessionEffect.Pushed pushed -> "= Pushed " + HEX.formatHex(pushed.body());
      case SessionEffect.RpcFailed failed ->
          "= RpcFailed " + failed.call().value() + ' ' + failed.code() + ' ' + failed.type();
      case SessionEffect.Acked acked -> "= Acked " + acked.call().value();
      default -> "= " + effect.getClass().getSimpleName();
    };
  }

  private ServerSession latest() {
    return List.copyOf(server.all()).getLast();
  }

  private long request(String number) {
    return requests.get(Integer.parseInt(number) - 1);
  }
}
