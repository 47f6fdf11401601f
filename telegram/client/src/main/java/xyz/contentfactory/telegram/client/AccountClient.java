package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.net.ConnectionSettings;
import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.method.auth.LogOut;
import xyz.contentfactory.telegram.tl.method.help.GetConfig;
import xyz.contentfactory.telegram.tl.method.updates.GetState;
import xyz.contentfactory.telegram.tl.method.users.GetUsers;
import xyz.contentfactory.telegram.tl.type.InputUserSelf;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PlainUser;
import xyz.contentfactory.telegram.tl.type.Updates;

/// Puts the parts of a client together.
final class AccountClient implements TelegramClient, Home.WireNews {
  private static final Entropy ENTROPY = Entropy.secure();

  private final LoginKeeper keeper;
  private final Home home;
  private final Calls calls;
  private final Peers peers = new Peers();
  private final TextSender sender;
  private final Login codeLogin;
  private final AtomicBoolean configured = new AtomicBoolean();

  private AccountClient(
      TelegramNetwork network,
      StoredLogin login,
      ClientListener listener,
      ConnectionSettings settings) {
    keeper = new LoginKeeper(login, listener);
    home = new Home(network, settings, keeper, this);
    calls = new Calls(network, home, keeper);
    sender = new TextSender(calls, peers, network.clock());
    codeLogin = new CodeLogin(calls, keeper, network.app());
  }

  static TelegramClient open(
      TelegramNetwork network, @Nullable StoredLogin login, ClientListener listener) {
    return open(network, login, listener, ConnectionSettings.standard(network.clock(), ENTROPY));
  }

  static TelegramClient open(
      TelegramNetwork network,
      @Nullable StoredLogin login,
      ClientListener listener,
      ConnectionSettings settings) {
    var start = login == null ? StoredLogin.empty(network.defaultDc()) : login;
    var client = new AccountClient(network, start, listener, settings);
    var _ = client.home.wire();
    return client;
  }

  @Override
  public Login login() {
    return codeLogin;
  }

  @Override
  public StoredLogin storedLogin() {
    return keeper.login();
  }

  @Override
  public ConnectionState state() {
    return home.state();
  }

  @Override
  public TelegramUser self() {
    var users = calls.call(new GetUsers(List.of(new InputUserSelf())));
    if (users.size() == 1 && users.getFirst() instanceof PlainUser user) {
      return Users.of(user);
    }
    throw new ProtocolViolation("Telegram does not say who we are");
  }

  @Override
  public List<Dialog> dialogs() {
    return new DialogPages(calls, peers).read();
  }

  @Override
  public @Nullable PeerRef knownChannel(long id) {
    return peers.find(new PeerChannel(id));
  }

  @Override
  public SentMessage sendText(OutgoingText text) {
    return sender.send(text);
  }

  @Override
  public @Nullable SentMessage findText(OutgoingText text) {
    return sender.inHistory(text);
  }

  @Override
  public <R> R call(TlMethod<R> method) {
    return calls.call(method);
  }

  @Override
  public void logOut() {
    try {
      calls.call(new LogOut());
    } catch (RpcException failure) {
      if (!(failure.error() instanceof RpcError.LoggedOut)) {
        throw failure;
      }
    }
    keeper.change(login -> StoredLogin.empty(login.homeDc()));
    close();
  }

  @Override
  public void close() {
    home.close();
    keeper.close();
  }

  /// Introduces the client on every new connection, so that Telegram sends its updates there, and
  /// asks once for the addresses of the data centres.
  @Override
  public void connected() {
    Thread.ofVirtual().name("telegram-client-hello").start(this::greet);
  }

  private void greet() {
    try {
      if (!configured.get()) {
        home.learn(calls.call(new GetConfig()));
        configured.set(true);
      }
      if (keeper.login().signedIn()) {
        calls.call(new GetState());
      }
    } catch (RuntimeException _) {
      // Whoever makes the next call meets the same trouble and is told; a lost login is reported.
    }
  }

  @Override
  public void pushed(byte[] body) {
    try {
      var update = Updates.read(new TlReader(body));
      peers.learn(update);
      keeper.update(update);
    } catch (TlException unreadable) {
      // Of a newer layer, or garbage under a good key: nothing the client could act on.
      keeper.tell(listener -> listener.updatesMissed(1));
    }
  }
}
