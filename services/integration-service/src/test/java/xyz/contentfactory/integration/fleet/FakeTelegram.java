package xyz.contentfactory.integration.fleet;

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
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.Login;
import xyz.contentfactory.telegram.client.OutgoingText;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.SentMessage;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramUser;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.tl.TlMethod;

/// A Telegram of one test: answers what it is told to, and remembers what it was asked.
final class FakeTelegram implements TelegramGate {
  static final TelegramUser PERSON = new TelegramUser(77, "Anna", null, null, null, false);

  final List<String> asked = new CopyOnWriteArrayList<>();
  volatile Supplier<TelegramUser> self = () -> PERSON;
  volatile Supplier<List<Dialog>> dialogs = List::of;
  volatile Runnable opening = () -> {};
  volatile Function<OutgoingText, SentMessage> send = text -> sent(text, 1);
  volatile Supplier<@Nullable SentMessage> find = () -> null;
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
  public TelegramClient open(@Nullable StoredLogin login, ClientListener listener) {
    asked.add("open");
    opening.run();
    listener.stateChanged(ConnectionState.CONNECTED);
    return new Client();
  }

  private final class Client implements TelegramClient {
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
