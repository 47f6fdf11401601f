package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.ConnectionState;
import xyz.contentfactory.telegram.client.Device;
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.EditedText;
import xyz.contentfactory.telegram.client.ForeignSession;
import xyz.contentfactory.telegram.client.Login;
import xyz.contentfactory.telegram.client.Media;
import xyz.contentfactory.telegram.client.OutgoingText;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.SendAs;
import xyz.contentfactory.telegram.client.SentMessage;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramUser;
import xyz.contentfactory.telegram.client.Topic;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.net.proxy.AddressRule;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.Route;
import xyz.contentfactory.telegram.tl.TlMethod;

/// A Telegram of one test: answers what it is told to, and remembers what it was asked.
final class FakeTelegram implements TelegramGate {
  static final TelegramUser PERSON = new TelegramUser(77, "Anna", null, null, null, false, false);

  final List<String> asked = new CopyOnWriteArrayList<>();

  /// By which way a client went, each time it was led one.
  final List<Route> routes = new CopyOnWriteArrayList<>();

  volatile @Nullable ClientListener listening;
  volatile Supplier<TelegramUser> self = () -> PERSON;
  volatile Supplier<List<Dialog>> dialogs = List::of;
  volatile Runnable opening = () -> {};
  volatile Function<OutgoingText, SentMessage> send = text -> sent(text, 1);
  volatile Supplier<@Nullable SentMessage> find = () -> null;
  volatile Runnable change = () -> {};
  private final CountDownLatch closed = new CountDownLatch(1);

  static RpcException error(int code, String type) {
    return new RpcException("some.method", RpcError.of(code, type));
  }

  static SentMessage sent(OutgoingText text, @Nullable Integer number) {
    return new SentMessage(text.peer(), number, text.firstTriedAt(), false);
  }

  long count(String what) {
    return asked.stream().filter(what::equals).count();
  }

  /// An answer that does not come before the client is closed.
  List<Dialog> never() {
    try {
      if (!closed.await(1, TimeUnit.MINUTES)) {
        throw new AssertionError("nobody closed the client");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new ConnectionLost(CallState.SENT);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public TelegramClient open(
      @Nullable StoredLogin login, ClientListener listener, @Nullable Proxy proxy) {
    asked.add("open");
    routes.add(route(proxy));
    listening = listener;
    opening.run();
    listener.stateChanged(ConnectionState.CONNECTED);
    return new Client();
  }

  @Override
  public ForeignSession foreign(StoredLogin login, boolean bot) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Route route(@Nullable Proxy proxy) {
    return proxy == null ? Route.direct() : Route.through(proxy, AddressRule.anywhere());
  }

  @Override
  public Duration roundTrip(Proxy proxy, int dc) {
    throw new UnsupportedOperationException();
  }

  private final class Client implements TelegramClient {
    @Override
    public void reroute(Route route) {
      routes.add(route);
    }

    @Override
    public Login login() {
      throw new UnsupportedOperationException();
    }

    @Override
    public StoredLogin storedLogin() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ConnectionState state() {
      return ConnectionState.CONNECTED;
    }

    @Override
    public TelegramUser self() {
      asked.add("self");
      return self.get();
    }

    @Override
    public List<Dialog> dialogs() {
      asked.add("dialogs");
      return dialogs.get();
    }

    @Override
    public List<Dialog> channelsAmong(List<Long> channelIds) {
      asked.add("channels");
      return dialogs.get();
    }

    @Override
    public @Nullable Dialog channelNamed(String username) {
      return null;
    }

    @Override
    public List<Topic> topics(PeerRef peer) {
      return List.of();
    }

    @Override
    public List<SendAs> sendAsPeers(PeerRef peer) {
      return List.of();
    }

    @Override
    public List<Device> devices() {
      return List.of();
    }

    @Override
    public void endDevice(long hash) {
      throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable PeerRef knownChannel(long id) {
      return null;
    }

    @Override
    public SentMessage sendText(OutgoingText text) {
      asked.add("send");
      return send.apply(text);
    }

    @Override
    public @Nullable SentMessage findText(OutgoingText text) {
      asked.add("find");
      return find.get();
    }

    @Override
    public Media media() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void editText(EditedText text) {
      asked.add("edit");
      change.run();
    }

    @Override
    public void deleteMessages(PeerRef peer, List<Integer> numbers) {
      asked.add("delete");
      change.run();
    }

    @Override
    public void pinMessage(PeerRef peer, int number, boolean pinned) {
      asked.add(pinned ? "pin" : "unpin");
      change.run();
    }

    @Override
    public <R> R call(TlMethod<R> method) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void logOut() {
      asked.add("logOut");
    }

    @Override
    public void close() {
      asked.add("close");
      closed.countDown();
    }
  }
}
