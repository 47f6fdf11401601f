package xyz.contentfactory.telegram.net;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.session.ClientSession;
import xyz.contentfactory.telegram.mtproto.session.SessionEffect;
import xyz.contentfactory.telegram.net.proxy.Route;

/// The thread that owns a connection's state. It reacts to messages and to the clock, never touches
/// the socket and never waits for anything but its inbox.
final class Core implements Runnable {
  /// The clock is looked at this often even when nothing is due.
  private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

  /// What is due is done before a nap; if it still is due, it waits for something else.
  private static final Duration SHORTEST_NAP = Duration.ofMillis(10);

  /// A server that reads nothing for so long is gone, or means harm.
  private static final Duration UNREAD_LIMIT = Duration.ofSeconds(30);

  /// A connection that held this long and said something is no failure when it breaks.
  private static final Duration HEALTHY_AFTER = Duration.ofSeconds(5);

  /// Less is not worth telling of.
  private static final Duration CLOCK_CHANGE = Duration.ofSeconds(30);

  /// "Too many connections": as if this many attempts had failed.
  private static final int FLOOD_FAILURES = 8;

  /// Transport error -404 is believed when so many connections in a row end with it.
  private static final int BELIEVED_REFUSALS = 3;

  /// Before asking once more about a refused key: as if this many attempts had failed.
  private static final int REFUSAL_FAILURES = 2;

  private final DcConnection connection;
  private final BlockingQueue<CoreMessage> inbox;
  private final ConnectionListener listener;
  private final OpenCalls calls = new OpenCalls();

  private Route route;
  private @Nullable KnownKey key;
  private @Nullable ClientSession session;
  private @Nullable Line line;
  private boolean up;
  private boolean heard;
  private Instant upSince = Instant.MIN;
  private Instant retryAt = Instant.MIN;
  private @Nullable Instant unreadSince;
  private int attempts;
  private int failures;
  private int keyRefusals;
  private @Nullable Throwable lastFailure;
  private @Nullable MtprotoException over;

  Core(DcConnection connection, @Nullable KnownKey key, BlockingQueue<CoreMessage> inbox) {
    this.connection = connection;
    this.inbox = inbox;
    this.listener = connection.listener();
    this.route = connection.endpoint().route();
    this.key = key;
    if (key != null) {
      openSession(key);
    }
  }

  @Override
  public void run() {
    var reason = live();
    var last = line;
    if (last != null) {
      last.close();
    }
    connection.end(reason);
    calls.failAll(reason);
    if (reason instanceof KeyLost) {
      listener.keyLost();
    }
  }

  /// Lives until something ends it, and says what.
  private MtprotoException live() {
    try {
      var reason = over;
      while (reason == null) {
        turn(now());
        react();
        reason = over;
      }
      return reason;
    } catch (RuntimeException bug) {
      return new ProtocolViolation("the connection met with something unexpected", bug);
    }
  }

  /// What the clock and the session want done.
  private void turn(Instant now) {
    if (line == null && !now.isBefore(retryAt)) {
      dial();
    }
    try {
      drainEffects();
      pump(now);
      drainEffects();
    } catch (RuntimeException failure) {
      drop(failure);
    }
  }

  private void react() {
    try {
      var message = inbox.poll(nap().toNanos(), TimeUnit.NANOSECONDS);
      if (message != null) {
        on(message);
      }
    } catch (InterruptedException stray) {
      over = new CallCancelled();
    }
  }

  private Duration nap() {
    var current = session;
    var due = up && current != null ? current.nextWakeUp() : line == null ? retryAt : Instant.MAX;
    var now = now();
    if (!due.isAfter(now)) {
      return SHORTEST_NAP;
    }
    return due.isBefore(now.plus(LONGEST_NAP)) ? Duration.between(now, due) : LONGEST_NAP;
  }

  private void on(CoreMessage message) {
    switch (message) {
      case CoreMessage.Submitted(var call) -> calls.submit(call, session);
      case CoreMessage.Abandoned(var call) -> calls.abandon(call, session, lastFailure);
      case CoreMessage.LineUp(var which, var agreed) -> lineUp(which, agreed);
      case CoreMessage.Arrived(var which, var packet) -> arrived(which, packet);
      case CoreMessage.Rejected(var which, var code) -> rejected(which, code);
      case CoreMessage.LineDown(var which, var reason) -> {
        if (which == line) {
          drop(reason);
        }
      }
      case CoreMessage.RoomToWrite _ -> {}
      case CoreMessage.Nudged _ -> {}
      case CoreMessage.Rerouted(var way) -> reroute(way);
      case CoreMessage.Stopped _ -> over = new CallCancelled();
    }
  }

  private void reroute(Route way) {
    route = way;
    failures = 0;
    retryAt = Instant.MIN;
    var old = line;
    if (old != null) {
      old.close();
      line = null;
      up = false;
    }
  }

  private void dial() {
    var next = new Line(connection, connection.endpoint().address(attempts++), route, key);
    line = next;
    connection.startThread("reader", next);
  }

  private void lineUp(Line which, KnownKey agreed) {
    if (key == null) {
      key = agreed;
    }
    if (which != line) {
      return;
    }
    up = true;
    heard = false;
    unreadSince = null;
    upSince = now();
    lastFailure = null;
    var current = session != null ? session : openSession(agreed);
    current.connected(upSince);
    calls.handOver(current);
    connection.lineIsUp();
    listener.connected();
  }

  private ClientSession openSession(KnownKey with) {
    var entropy = connection.settings().entropy();
    var opened = ClientSession.open(with.key(), with.salt(), with.clockOffset(), entropy);
    session = opened;
    return opened;
  }

  private void arrived(Line which, byte[] packet) {
    which.taken();
    var current = session;
    if (which != line || current == null) {
      return;
    }
    try {
      current.received(packet, now());
      heard = true;
      tellClock(current);
      keyRefusals = 0;
    } catch (RuntimeException failure) {
      drop(failure);
    }
  }

  private void tellClock(ClientSession current) {
    var told = key;
    if (told != null
        && current.clockOffset().minus(told.clockOffset()).abs().compareTo(CLOCK_CHANGE) > 0) {
      tellKnown(current);
    }
  }

  private void tellKnown(ClientSession current) {
    var known = new KnownKey(current.authKey(), current.salt(), current.clockOffset());
    key = known;
    listener.saltChanged(known);
  }

  private void rejected(Line which, int code) {
    which.taken();
    if (which != line) {
      return;
    }
    if (code == Frame.TransportError.UNKNOWN_AUTH_KEY) {
      keyRefused();
      return;
    }
    if (code == Frame.TransportError.FLOOD) {
      failures = Math.max(failures, FLOOD_FAILURES);
    }
    drop(new ProtocolViolation("the data centre answered with transport error " + code));
  }

  /// Not signed by anybody: asked about on fresh connections, and at other addresses if there are.
  private void keyRefused() {
    if (++keyRefusals == BELIEVED_REFUSALS) {
      over = new KeyLost();
      return;
    }
    failures = Math.max(failures, REFUSAL_FAILURES);
    drop(new KeyRefused());
  }

  private void pump(Instant now) {
    var current = session;
    var out = line;
    if (!up || current == null || out == null) {
      return;
    }
    while (out.hasRoom()) {
      unreadSince = null;
      var packet = current.nextPacket(now);
      if (packet == null) {
        return;
      }
      out.send(packet);
    }
    var since = unreadSince;
    if (since == null) {
      unreadSince = now;
    } else if (now.isAfter(since.plus(UNREAD_LIMIT))) {
      drop(new ProtocolViolation("the data centre does not read what we send"));
    }
  }

  private void drainEffects() {
    var current = session;
    if (current == null) {
      return;
    }
    for (var effect = current.nextEffect(); effect != null; effect = current.nextEffect()) {
      apply(effect, current);
    }
  }

  private void apply(SessionEffect effect, ClientSession current) {
    switch (effect) {
      case SessionEffect.Replied(var call, var body) -> calls.answer(call, new Reply.Result(body));
      case SessionEffect.RpcFailed(var call, var code, var type) ->
          calls.answer(call, new Reply.Failed(code, type));
      case SessionEffect.Acked _ -> {}
      case SessionEffect.Pushed(var body) -> listener.pushed(body);
      case SessionEffect.NewSession _ -> listener.newSession();
      case SessionEffect.SaltChanged _ -> tellKnown(current);
      case SessionEffect.ConnectionDead _ -> {
        var silent = new ProtocolViolation("no sign of life from the data centre");
        drop(heard ? silent : route.silence(silent));
      }
    }
  }

  private void drop(Throwable reason) {
    var broken = line;
    if (broken == null) {
      return;
    }
    broken.close();
    var now = now();
    if (up && heard && !now.isBefore(upSince.plus(HEALTHY_AFTER))) {
      failures = 0;
    }
    failures++;
    lastFailure = reason;
    line = null;
    up = false;
    var delay = pauseAfter(reason);
    retryAt = now.plus(delay);
    if (reason instanceof SecurityCheckFailed untrusted && session == null) {
      calls.failAll(untrusted);
    }
    listener.disconnected(reason, delay);
  }

  /// The whole wait for a refused key: its attempts count, so they must not come in one moment.
  private Duration pauseAfter(Throwable reason) {
    var settings = connection.settings();
    return reason instanceof KeyRefused
        ? settings.backoff().bound(failures)
        : settings.backoff().delay(failures, settings.entropy());
  }

  private Instant now() {
    return connection.settings().clock().instant();
  }
}
