package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.MessageKeys.From;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.ServerSalt;

/// All sessions of one auth key on the server. Not safe for several threads: one owner. Bounded: a
/// client that opens sessions without end loses the one used longest ago.
public final class ServerSessions {
  private static final int MAX = 32;

  private final AuthKey key;
  private final Entropy entropy;
  private final SaltSchedule salts;
  private final Map<Long, Open> sessions = new LinkedHashMap<>(16, 0.75f, true);

  private record Open(ServerSession session, ServerInbox inbox) {}

  public ServerSessions(AuthKey key, Entropy entropy) {
    this.key = key;
    this.entropy = entropy;
    this.salts = new SaltSchedule(key);
  }

  /// Lets the salt of the key exchange pass for a time; without it the client learns the current
  /// one at the cost of a round trip.
  public void allow(ServerSalt firstSalt) {
    salts.allow(firstSalt);
  }

  /// Opens a packet of this key and hands it to its session, a new one if need be. Then drain the
  /// session's effects and packets onto the connection the packet came from. Throws
  /// `SecurityCheckFailed` or `ProtocolViolation`: answer with transport error -404 or close.
  public ServerSession accept(byte[] packet, Instant now) {
    var envelope = Envelope.open(packet, key, From.CLIENT);
    var open = sessions.computeIfAbsent(envelope.sessionId(), this::begin);
    if (sessions.size() > MAX) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    open.inbox().accept(envelope, now);
    return open.session();
  }

  /// The sessions there are, the one used last at the end.
  public Collection<ServerSession> all() {
    return List.copyOf(sessions.values().stream().map(Open::session).toList());
  }

  private Open begin(long sessionId) {
    var session = new ServerSession(key, salts, entropy, sessionId);
    return new Open(session, new ServerInbox(session, other -> destroy(sessionId, other)));
  }

  private boolean destroy(long asking, long other) {
    return asking != other && sessions.remove(other) != null;
  }
}
