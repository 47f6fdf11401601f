package xyz.contentfactory.telegram.sandbox.dc;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.Framing;
import xyz.contentfactory.telegram.mtproto.session.ServerEffect;
import xyz.contentfactory.telegram.mtproto.session.ServerSession;
import xyz.contentfactory.telegram.sandbox.world.Rules.SecondConnection;
import xyz.contentfactory.telegram.sandbox.world.WorldStore;

/// One data centre: a listening port and everybody connected to it.
final class DataCentre implements AutoCloseable {

  private static final Logger LOG = System.getLogger(DataCentre.class.getName());
  private static final int MOST_CONNECTIONS = 8192;
  private static final int HANG_UP_TRIES = 10;
  private static final Duration HANG_UP_STEP = Duration.ofMillis(20);

  private final int id;
  private final ServerSocket listener;
  private final Floor floor;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  DataCentre(int id, ServerSocket listener, Floor floor) {
    this.id = id;
    this.listener = listener;
    this.floor = floor;
  }

  void open() {
    Thread.ofVirtual().name("sandbox-dc" + id).start(this::accept);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        if (connections.size() >= MOST_CONNECTIONS) {
          socket.close();
        } else {
          Thread.ofVirtual()
              .name("sandbox-dc" + id + "-reader-" + socket.getPort())
              .start(() -> serve(socket));
        }
      } catch (IOException _) {
        // Closed, or a client that was gone before it was let in.
      }
    }
  }

  private void serve(Socket socket) {
    Connection connection = new Connection(socket, Framing.server(floor.entropy()));
    connections.add(connection);
    try {
      Handshake handshake = new Handshake(id, floor);
      connection.serve((packet, on) -> take(packet, on, handshake));
    } catch (WorldStore.Closed _) {
      // The sandbox stops, and this connection with it.
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a bug of the sandbox ended a connection", e);
    } finally {
      connections.remove(connection);
    }
  }

  private void take(byte[] packet, Connection connection, Handshake handshake) {
    long keyId = AuthKey.idIn(packet);
    if (keyId == 0) {
      connection.send(handshake.on(packet));
      return;
    }
    floor
        .keys()
        .find(id, keyId)
        .ifPresentOrElse(
            key -> take(packet, connection, key),
            () -> connection.fail(Frame.TransportError.UNKNOWN_AUTH_KEY));
  }

  private void take(byte[] packet, Connection connection, LiveKey key) {
    LiveKey.Taken taken;
    try {
      taken = key.take(packet, connection, now());
    } catch (SecurityCheckFailed _) {
      connection.fail(Frame.TransportError.UNKNOWN_AUTH_KEY);
      return;
    }
    key.with(taken.session(), _ -> {}, now());
    for (ServerEffect effect : taken.effects()) {
      on(effect, connection, key, taken.session());
    }
  }

  private void on(ServerEffect effect, Connection connection, LiveKey key, ServerSession session) {
    switch (effect) {
      case ServerEffect.Requested(long msgId, byte[] body) ->
          answer(msgId, body, connection, key, session);
      case ServerEffect.Dropped _ -> {}
      case ServerEffect.DisconnectAfter(var silence) -> connection.silentFor(silence);
      case ServerEffect.DestroyAuthKey(long msgId) -> {
        floor.world().change(_ -> {}, () -> forget(key));
        key.with(session, s -> s.authKeyDestroyed(msgId), now());
        floor.keys().forget(id, key.keyId());
      }
    }
  }

  private boolean forget(LiveKey key) {
    floor.world().keys().forget(id, key.keyId());
    return true;
  }

  private void answer(
      long msgId, byte[] body, Connection connection, LiveKey key, ServerSession session) {
    Calls.Done done =
        floor
            .calls()
            .run(id, key.keyId(), body, rule -> staysDoubled(key, session, connection, rule));
    key.became(done.personId(), done.layer(), session, done.wantsUpdates());
    switch (done.reply()) {
      case Reply.Result(byte[] result, Reply.Fate fate) ->
          deliver(msgId, result, fate, connection, key, session);
      case Reply.Refused(int code, String type) ->
          key.with(session, s -> s.error(msgId, code, type), now());
      case Reply.Silence() -> {}
      case Reply.Close() -> {
        floor.keys().forget(id, key.keyId());
        connection.close();
      }
    }
    floor.told(done.outcomes(), done.personId(), session);
  }

  /// A client that has just hung up may come again before its end is heard here.
  private static boolean staysDoubled(
      LiveKey key, ServerSession session, Connection connection, SecondConnection rule) {
    for (int i = 0; i < HANG_UP_TRIES; i++) {
      if (!key.isDoubled(session, connection, rule)) {
        return false;
      }
      LockSupport.parkNanos(HANG_UP_STEP.toNanos());
    }
    return true;
  }

  private void deliver(
      long msgId,
      byte[] result,
      Reply.Fate fate,
      Connection connection,
      LiveKey key,
      ServerSession session) {
    switch (fate) {
      case SENT -> key.with(session, s -> s.reply(msgId, result), now());
      case LOST -> key.lose(session, s -> s.reply(msgId, result), now());
      case CUT -> {
        connection.close();
        key.with(session, s -> s.reply(msgId, result), now());
      }
    }
  }

  private Instant now() {
    return floor.world().clock().instant();
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException _) {
      // Closed all the same.
    }
    connections.forEach(Connection::close);
  }
}
