package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.ConnectionListener;
import xyz.contentfactory.telegram.net.ConnectionSettings;
import xyz.contentfactory.telegram.net.DcConnection;
import xyz.contentfactory.telegram.net.DcEndpoint;
import xyz.contentfactory.telegram.net.KnownKey;
import xyz.contentfactory.telegram.net.Reply;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.Route;
import xyz.contentfactory.telegram.tl.TlMethod;

/// The connection to one data centre, and whether Telegram already knows who is calling on it.
final class Wire implements ConnectionListener, AutoCloseable {
  private static final long NEVER = -1;

  private final int dc;
  private final Home home;
  private final LoginKeeper keeper;
  private final Introduction introduction;
  private final AtomicLong introducedOn = new AtomicLong(NEVER);
  private final DcConnection connection;
  private volatile @Nullable AuthKey key;

  Wire(
      DcEndpoint endpoint,
      Home home,
      LoginKeeper keeper,
      Introduction introduction,
      ConnectionSettings settings) {
    this.dc = endpoint.dc().number();
    this.home = home;
    this.keeper = keeper;
    this.introduction = introduction;
    var known = home.usable(keeper.login().key(dc));
    this.key = known == null ? null : known.key();
    this.connection = DcConnection.prepare(endpoint, known, settings, this);
  }

  /// Begins to connect; calls made earlier wait.
  void start() {
    connection.start();
  }

  void reroute(Route route) {
    connection.reroute(route);
  }

  int dc() {
    return dc;
  }

  /// This wire's key is the one in the login.
  boolean uses(@Nullable KnownKey stored) {
    var ours = key;
    return stored != null && ours != null && ours.equals(stored.key());
  }

  @Nullable AuthKey key() {
    return key;
  }

  /// Every call of a fresh connection introduces the client, until the first one is answered.
  Reply call(TlMethod<?> method, Duration timeout) {
    // A call made before the first connection goes out on it.
    var generation = Math.max(1, connection.generation());
    var introduced = introducedOn.get() == generation;
    var body = introduced ? method.toBytes() : introduction.wrap(method).toBytes();
    var reply = connection.call(body, timeout);
    if (!introduced && connection.generation() == generation && !isUnintroduced(reply)) {
      introducedOn.set(generation);
    }
    return reply;
  }

  /// Telegram asks to be told again who we are.
  static boolean isUnintroduced(Reply reply) {
    return reply instanceof Reply.Failed(var code, var type)
        && code == 400
        && (type.equals("CONNECTION_NOT_INITED") || type.equals("CONNECTION_LAYER_INVALID"));
  }

  void introduceAgain() {
    introducedOn.set(NEVER);
  }

  @Override
  public void keyMade(KnownKey made) {
    keeper.change(login -> login.withNewKey(dc, made));
    key = made.key();
  }

  @Override
  public void saltChanged(KnownKey changed) {
    keeper.note(login -> uses(login.key(dc)) ? login.withKey(dc, changed) : login);
    keeper.tell(listener -> listener.clockHeard(changed.clockOffset()));
  }

  @Override
  public void connected() {
    home.connected();
  }

  @Override
  public void disconnected(Throwable reason, Duration retryIn) {
    if (reason instanceof ProxyFailed failed) {
      home.proxyFailed(failed.reason());
    }
    home.report(ConnectionState.WAITING);
  }

  @Override
  public void pushed(byte[] body) {
    home.pushed(body);
  }

  @Override
  public void newSession() {
    home.newSession();
  }

  @Override
  public void keyLost() {
    Thread.ofVirtual().name("telegram-client-key-lost").start(this::dropKey);
  }

  private void dropKey() {
    try {
      home.keyLost(this);
    } catch (RuntimeException _) {
      // The owner could not store it: the next call meets the lost key again and is told.
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
