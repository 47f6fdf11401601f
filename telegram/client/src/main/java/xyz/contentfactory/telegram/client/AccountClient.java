package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.net.ConnectionSettings;
import xyz.contentfactory.telegram.net.proxy.Route;
import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.method.auth.LogOut;
import xyz.contentfactory.telegram.tl.method.help.GetConfig;
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
  private final UpdateFeed feed;
  private final TextSender sender;
  private final MessageChanges changer;
  private final Media media;
  private final QrLogin qr;
  private final Login login;
  private final AtomicBoolean configured = new AtomicBoolean();

  private AccountClient(
      TelegramNetwork network,
      StoredLogin stored,
      ClientListener listener,
      Route route,
      ConnectionSettings settings) {
    keeper = new LoginKeeper(stored, listener);
    home = new Home(network, settings, route, keeper, this);
    calls = new Calls(network, home, keeper);
    feed = new UpdateFeed(calls, keeper, this::isConnected, network.clock());
    calls.tellAnswers(feed::answered);
    keeper.afterChange(feed::ring);
    sender = new TextSender(calls, peers, network.clock());
    changer = new MessageChanges(calls, peers);
    media = new MediaSender(calls, peers, network.clock());
    var signIns = new SignIns(calls, keeper);
    qr = new QrLogin(calls, signIns, keeper, network);
    login = new LoginSteps(calls, signIns, qr, network.app());
  }

  static TelegramClient open(
      TelegramNetwork network, @Nullable StoredLogin login, ClientListener listener, Route route) {
    var settings = ConnectionSettings.standard(network.clock(), ENTROPY);
    return open(network, login, listener, route, settings);
  }

  static TelegramClient open(
      TelegramNetwork network,
      @Nullable StoredLogin login,
      ClientListener listener,
      ConnectionSettings settings) {
    return open(network, login, listener, Route.direct(), settings);
  }

  static TelegramClient open(
      TelegramNetwork network,
      @Nullable StoredLogin login,
      ClientListener listener,
      Route route,
      ConnectionSettings settings) {
    var start = login == null ? StoredLogin.empty(network.defaultDc()) : login;
    var client = new AccountClient(network, start, listener, route, settings);
    client.feed.start();
    var _ = client.home.wire();
    return client;
  }

  private boolean isConnected() {
    return home.state() == ConnectionState.CONNECTED;
  }

  @Override
  public Login login() {
    return login;
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
  public void reroute(Route route) {
    home.reroute(route);
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
    return new DialogPages(calls, peers, feed::seen).read();
  }

  @Override
  public List<Dialog> channelsAmong(List<Long> channelIds) {
    return new BotChannels(calls, peers).among(channelIds);
  }

  @Override
  public @Nullable Dialog channelNamed(String username) {
    return new BotChannels(calls, peers).named(username);
  }

  @Override
  public List<Topic> topics(PeerRef peer) {
    return new Forums(calls, peers).topics(peer);
  }

  @Override
  public List<SendAs> sendAsPeers(PeerRef peer) {
    return new Forums(calls, peers).sendAs(peer);
  }

  @Override
  public List<Device> devices() {
    return Devices.all(calls);
  }

  @Override
  public void endDevice(long hash) {
    Devices.end(calls, hash);
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
  public void editText(EditedText text) {
    changer.edit(text);
  }

  @Override
  public void deleteMessages(PeerRef peer, List<Integer> numbers) {
    changer.delete(peer, numbers);
  }

  @Override
  public void pinMessage(PeerRef peer, int number, boolean pinned) {
    changer.pin(peer, number, pinned);
  }

  @Override
  public Media media() {
    return media;
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
    qr.ring();
    home.close();
    feed.close();
    keeper.close();
  }

  /// Asks what was missed on every new connection, which also introduces the client, so that
  /// Telegram sends its updates there; and asks once for the addresses of the data centres.
  @Override
  public void connected() {
    qr.ring();
    feed.ring();
    if (!configured.get()) {
      Thread.ofVirtual().name("telegram-client-hello").start(this::configure);
    }
  }

  /// The server has forgotten the session, and what was pushed to it.
  @Override
  public void newSession() {
    feed.ring();
  }

  private void configure() {
    try {
      home.learn(calls.call(new GetConfig()));
      configured.set(true);
    } catch (RuntimeException _) {
      // Whoever makes the next call meets the same trouble and is told; a lost login is reported.
    }
  }

  @Override
  public void pushed(byte[] body) {
    try {
      var update = Updates.read(new TlReader(body));
      peers.learn(update);
      qr.heard(update);
      feed.pushed(update);
    } catch (TlException unreadable) {
      // Of a newer layer, or garbage under a good key: the difference may have it in other words.
      feed.ring();
    }
  }
}
