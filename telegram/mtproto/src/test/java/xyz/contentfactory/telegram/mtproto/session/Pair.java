package xyz.contentfactory.telegram.mtproto.session;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;
import xyz.contentfactory.telegram.tl.TlWriter;

/// A client and a server session that talk in memory; time is moved by hand.
final class Pair {
  static final AuthKey KEY = AuthKey.of(SeededEntropy.of(7).bytes(AuthKey.BYTES));

  Instant now = Instant.parse("2026-11-22T12:00:00Z");

  /// By how much the client's machine is ahead of the server's.
  Duration ahead = Duration.ZERO;

  final ClientSession client;
  ServerSessions server = new ServerSessions(KEY, SeededEntropy.of(9));
  final List<SessionEffect> effects = new ArrayList<>();
  final List<ServerEffect.Requested> requests = new ArrayList<>();
  final List<ServerEffect> asides = new ArrayList<>();
  final List<byte[]> heard = new ArrayList<>();

  Pair() {
    this(0, Duration.ZERO);
  }

  Pair(long salt, Duration clockOffset) {
    client = ClientSession.open(KEY, salt, clockOffset, SeededEntropy.of(8));
    client.connected(clientNow());
  }

  Instant clientNow() {
    return now.plus(ahead);
  }

  /// Lets packets pass both ways until nobody has anything to say.
  void talk() {
    boolean spoke = true;
    while (spoke) {
      spoke = clientSpeaks();
      spoke |= serverSpeaks();
      drain();
    }
  }

  boolean clientSpeaks() {
    boolean spoke = false;
    for (var packet = client.nextPacket(clientNow());
        packet != null;
        packet = client.nextPacket(clientNow())) {
      deliver(packet);
      spoke = true;
    }
    return spoke;
  }

  void deliver(byte[] packet) {
    var session = server.accept(packet, now);
    for (var e = session.nextEffect(); e != null; e = session.nextEffect()) {
      if (e instanceof ServerEffect.Requested requested) {
        requests.add(requested);
      } else {
        asides.add(e);
      }
    }
  }

  boolean serverSpeaks() {
    boolean spoke = false;
    for (var session : server.all()) {
      for (var p = session.nextPacket(now); p != null; p = session.nextPacket(now)) {
        heard.add(p);
        client.received(p, clientNow());
        spoke = true;
      }
    }
    return spoke;
  }

  ServerSession session() {
    return requireNonNull(server.all().stream().reduce((first, last) -> last).orElse(null));
  }

  private void drain() {
    for (var e = client.nextEffect(); e != null; e = client.nextEffect()) {
      effects.add(e);
    }
  }

  static byte[] body(int... words) {
    var out = new TlWriter();
    for (int word : words) {
      out.writeInt(word);
    }
    return out.toByteArray();
  }
}
