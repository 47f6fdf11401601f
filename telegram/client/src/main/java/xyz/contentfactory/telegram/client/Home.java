package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.net.ConnectionSettings;
import xyz.contentfactory.telegram.net.DcEndpoint;
import xyz.contentfactory.telegram.net.KeyLost;
import xyz.contentfactory.telegram.net.KnownKey;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.Route;
import xyz.contentfactory.telegram.tl.type.Config;

/// The wire to the account's home data centre: opened when needed, moved when Telegram says so,
/// given up when its key is lost.
final class Home implements AutoCloseable {
  /// The server's -404 in the words of an error.
  static final RpcError KEY_UNKNOWN = new RpcError.LoggedOut(-404, "AUTH_KEY_UNKNOWN");

  private final TelegramNetwork network;
  private final ConnectionSettings settings;
  private final LoginKeeper keeper;
  private final WireNews news;
  private final DcAddresses addresses;
  private final List<RsaPublicKey> serverKeys;

  private final LostKey lostKey = new LostKey();

  /// Guards `current`, `route` and `closed`; held for assignments only.
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable Wire current;
  private Route route;
  private boolean closed;
  private volatile ConnectionState state = ConnectionState.CONNECTING;

  /// What the wire has for the rest of the client; a seam, because the wire comes first.
  interface WireNews {
    /// Called from the connection's thread; must return at once.
    void connected();

    /// The server knows nothing of what it pushed before. Called from the connection's thread; must
    /// return at once.
    void newSession();

    /// Called from the connection's thread; must return at once.
    void pushed(byte[] updates);
  }

  Home(
      TelegramNetwork network,
      ConnectionSettings settings,
      Route route,
      LoginKeeper keeper,
      WireNews news) {
    this.network = network;
    this.route = route;
    this.settings = settings;
    this.keeper = keeper;
    this.news = news;
    this.addresses = new DcAddresses(network.addresses());
    this.serverKeys = network.publicKeysPem().stream().map(RsaPublicKey::fromPem).toList();
  }

  ConnectionState state() {
    return state;
  }

  void learn(Config config) {
    addresses.learn(config);
  }

  boolean knows(int dc) {
    return !addresses.of(dc).isEmpty();
  }

  /// The wire to the home data centre, opened if there is none.
  ///
  /// @throws KeyLost when the login's key was lost and no new login has begun
  Wire wire() {
    Wire opened;
    lock.lock();
    try {
      if (closed) {
        throw new CallCancelled();
      }
      var open = current;
      if (open != null) {
        return open;
      }
      if (isLoginLost()) {
        throw new KeyLost();
      }
      opened = prepared(keeper.login().homeDc());
      current = opened;
    } finally {
      lock.unlock();
    }
    report(ConnectionState.CONNECTING);
    opened.start();
    return opened;
  }

  private Wire prepared(int dc) {
    var id = network.test() ? new DcId(dc).asTest() : new DcId(dc);
    var endpoint = new DcEndpoint(id, addresses.of(dc), serverKeys, route);
    var introduction = new Introduction(network.app(), network.device());
    return new Wire(endpoint, this, keeper, introduction, settings);
  }

  /// All connections, open and to come, go this way from now on; open calls live through it.
  void reroute(Route way) {
    Wire open;
    lock.lock();
    try {
      route = way;
      open = current;
    } finally {
      lock.unlock();
    }
    if (open != null) {
      report(ConnectionState.CONNECTING);
      open.reroute(way);
    }
  }

  /// The account lives elsewhere; that is stored before anything is sent there.
  void moveTo(int dc) {
    keeper.change(login -> login.withHome(dc));
    replace(wire -> wire.dc() != dc);
  }

  /// The server does not know the wire's key. Any number of callers may notice.
  ///
  /// Nobody has signed that, so the key of a login stays stored, unused, until a new login makes
  /// another one; a key without a login is worth nothing and goes.
  void keyLost(Wire wire) {
    var login = keeper.login();
    if (!login.signedIn() || wire.dc() != login.homeDc() || !wire.uses(login.key(wire.dc()))) {
      dropKey(wire, KEY_UNKNOWN);
      return;
    }
    if (lostKey.found(wire.key())) {
      keeper.tell(listener -> listener.loggedOut(KEY_UNKNOWN));
    }
    replace(open -> open == wire);
    report(ConnectionState.WAITING);
  }

  private boolean isLoginLost() {
    var login = keeper.login();
    return lostKey.bars(login.key(login.homeDc()));
  }

  /// A new login begins: it may make a key in place of a lost one.
  void beginLogin() {
    lostKey.giveUp();
  }

  /// The stored key as one to go on with; null when it is given up.
  @Nullable KnownKey usable(@Nullable KnownKey stored) {
    return lostKey.isGivenUp(stored) ? null : stored;
  }

  /// A dead key is dropped, and the login with it; the next call makes a new key.
  void dropKey(Wire wire, RpcError reason) {
    endLogin(
        login -> wire.uses(login.key(wire.dc())) ? login.withoutKey(wire.dc()) : login, reason);
    replace(open -> open == wire);
    report(ConnectionState.WAITING);
  }

  /// The user is logged out, the key is still good.
  void dropUser(RpcError reason) {
    endLogin(StoredLogin::withoutUser, reason);
  }

  private void endLogin(UnaryOperator<StoredLogin> change, RpcError reason) {
    var ended = new AtomicBoolean();
    keeper.change(login -> {
      var left = change.apply(login);
      ended.set(login.signedIn() && !left.signedIn());
      return left;
    });
    if (ended.get()) {
      keeper.tell(listener -> listener.loggedOut(reason));
    }
  }

  private void replace(Predicate<Wire> condition) {
    Wire old = null;
    lock.lock();
    try {
      if (current != null && condition.test(current)) {
        old = current;
        current = null;
      }
    } finally {
      lock.unlock();
    }
    if (old != null) {
      old.close();
    }
  }

  void connected() {
    report(ConnectionState.CONNECTED);
    news.connected();
  }

  void newSession() {
    news.newSession();
  }

  void proxyFailed(ProxyFailed.Reason reason) {
    keeper.tell(listener -> listener.proxyFailed(reason));
  }

  void pushed(byte[] updates) {
    news.pushed(updates);
  }

  void report(ConnectionState next) {
    if (state != ConnectionState.CLOSED && state != next) {
      state = next;
      keeper.tell(listener -> listener.stateChanged(next));
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    replace(wire -> true);
    report(ConnectionState.CLOSED);
  }
}
