package xyz.contentfactory.telegram.sandbox.dc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.ServerSalt;
import xyz.contentfactory.telegram.mtproto.session.ServerEffect;
import xyz.contentfactory.telegram.mtproto.session.ServerSession;
import xyz.contentfactory.telegram.mtproto.session.ServerSessions;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Rules.SecondConnection;

/// The sessions of one auth key, and the connection each of them was last heard on. Its lock is
/// held for session work only, never across I/O or a change of the world.
final class LiveKey {

  /// How long a client may use the salt of its key exchange.
  private static final Duration FIRST_SALT = Duration.ofMinutes(30);

  /// What a packet asked for.
  record Taken(ServerSession session, List<ServerEffect> effects) {}

  private static final class Attached {
    private final ServerSession session;
    private Connection connection;
    private boolean wantsUpdates;

    Attached(ServerSession session, Connection connection) {
      this.session = session;
      this.connection = connection;
    }
  }

  private final int dc;
  private final long keyId;
  private final ServerSessions sessions;
  private final Map<Long, Attached> attached = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Long personId;
  private volatile int layer;

  LiveKey(KnownKey known, Entropy entropy) {
    KnownKey.Issue issue = known.issue();
    dc = known.dc();
    keyId = known.id();
    personId = known.personId();
    layer = known.layer();
    sessions = new ServerSessions(AuthKey.of(issue.key()), entropy);
    Instant made = Instant.ofEpochSecond(issue.createdSeconds());
    sessions.allow(new ServerSalt(issue.firstSalt(), made, made.plus(FIRST_SALT)));
  }

  int dc() {
    return dc;
  }

  long keyId() {
    return keyId;
  }

  @Nullable Long personId() {
    return personId;
  }

  int layer() {
    return layer;
  }

  /// Opens a packet and says what it asks for.
  Taken take(byte[] packet, Connection connection, Instant now) {
    lock.lock();
    try {
      ServerSession session = sessions.accept(packet, now);
      attach(session, connection);
      List<ServerEffect> effects = new ArrayList<>();
      for (ServerEffect e = session.nextEffect(); e != null; e = session.nextEffect()) {
        effects.add(e);
      }
      return new Taken(session, effects);
    } finally {
      lock.unlock();
    }
  }

  private void attach(ServerSession session, Connection connection) {
    Attached known = attached.get(session.sessionId());
    if (known == null || known.session != session) {
      attached.values().removeIf(a -> a.connection.isClosed());
      attached.put(session.sessionId(), new Attached(session, connection));
    } else if (known.connection != connection) {
      known.connection = connection;
      session.connected();
    }
  }

  /// Works on a session and sends what comes of it.
  void with(ServerSession session, Consumer<ServerSession> work, Instant now) {
    lock.lock();
    try {
      work.accept(session);
      Attached known = attached.get(session.sessionId());
      if (known != null) {
        flush(known, now);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Works on a session; the packets that come of it get lost on the way.
  void lose(ServerSession session, Consumer<ServerSession> work, Instant now) {
    lock.lock();
    try {
      work.accept(session);
      while (session.nextPacket(now) != null) {
        // Lost, as scripted.
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether another session of the key has a main connection besides this one.
  boolean isDoubled(ServerSession session, Connection connection, SecondConnection rule) {
    lock.lock();
    try {
      return attached.values().stream()
          .filter(a -> a.session != session && a.connection != connection)
          .filter(a -> a.wantsUpdates && !a.connection.isClosed())
          .anyMatch(a ->
              rule == SecondConnection.ANY || !a.connection.address().equals(connection.address()));
    } finally {
      lock.unlock();
    }
  }

  /// What the key stands for after a call.
  void became(@Nullable Long person, int newLayer, ServerSession session, boolean wantsUpdates) {
    personId = person;
    layer = newLayer;
    lock.lock();
    try {
      Attached known = attached.get(session.sessionId());
      if (known != null && wantsUpdates) {
        known.wantsUpdates = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /// Pushes to every open session that wants updates, but for one.
  void push(byte[] updates, @Nullable ServerSession except, Instant now) {
    lock.lock();
    try {
      for (Attached one : attached.values()) {
        if (one.wantsUpdates && one.session != except && !one.connection.isClosed()) {
          one.session.push(updates);
          flush(one, now);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static void flush(Attached one, Instant now) {
    for (byte[] p = one.session.nextPacket(now); p != null; p = one.session.nextPacket(now)) {
      one.connection.send(p);
    }
  }

  boolean isIdle() {
    lock.lock();
    try {
      return attached.values().stream().allMatch(a -> a.connection.isClosed());
    } finally {
      lock.unlock();
    }
  }
}
