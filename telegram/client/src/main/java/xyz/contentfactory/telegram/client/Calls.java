package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.net.KeyLost;
import xyz.contentfactory.telegram.net.Reply;
import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.method.help.GetConfig;

/// Makes calls on the home wire and does what can be done about an error without the caller:
/// introduces the client again, follows the home data centre, makes one new key for a lost one.
final class Calls {
  private final Home home;
  private final LoginKeeper keeper;
  private final Duration timeout;
  private final Duration sleepFloodsUpTo;
  private volatile BiConsumer<TlMethod<?>, Object> answers = (_, _) -> {};

  Calls(TelegramNetwork network, Home home, LoginKeeper keeper) {
    this.home = home;
    this.keeper = keeper;
    this.timeout = network.callTimeout();
    this.sleepFloodsUpTo = network.sleepFloodsUpTo();
  }

  /// Sets who hears of every answer; it must return at once.
  void tellAnswers(BiConsumer<TlMethod<?>, Object> listener) {
    answers = listener;
  }

  <R> R call(TlMethod<R> method) {
    var answer = ask(method);
    answers.accept(method, answer);
    return answer;
  }

  /// A call whose answer is nobody else's business.
  <R> R ask(TlMethod<R> method) {
    var budget = new RetryBudget();
    while (true) {
      var wire = wire(method);
      switch (exchange(wire, method, budget)) {
        case null -> {}
        case Reply.Result(var body) -> {
          return read(method, body);
        }
        case Reply.Failed failed -> recover(wire, method, failed, budget);
      }
    }
  }

  private Wire wire(TlMethod<?> method) {
    try {
      return home.wire();
    } catch (KeyLost _) {
      throw new RpcException(method.toString(), Home.KEY_UNKNOWN);
    }
  }

  /// A new login begins, in place of a lost one if there is one.
  void beginLogin() {
    home.beginLogin();
  }

  /// Null when the key was lost and the call is worth another try with a new one.
  private @Nullable Reply exchange(Wire wire, TlMethod<?> method, RetryBudget budget) {
    var loggedIn = keeper.login().signedIn();
    try {
      return wire.call(method, timeout);
    } catch (KeyLost _) {
      home.keyLost(wire);
      if (loggedIn || !budget.newKey()) {
        throw new RpcException(method.toString(), Home.KEY_UNKNOWN);
      }
      return null;
    }
  }

  /// Returns when the call should be made once more.
  private void recover(Wire wire, TlMethod<?> method, Reply.Failed failed, RetryBudget budget) {
    if (Wire.isUnintroduced(failed) && budget.introduction()) {
      wire.introduceAgain();
      return;
    }
    var error = RpcError.of(failed.code(), failed.type());
    var again =
        switch (error) {
          case RpcError.Migrate move -> budget.move() && follow(move);
          case RpcError.FloodWait flood -> budget.sleep() && slept(flood.delay());
          case RpcError.LoggedOut ended -> {
            loggedOut(wire, ended);
            yield false;
          }
          case RpcError.KeyDuplicated dead -> {
            home.dropKey(wire, dead);
            yield false;
          }
          case RpcError.SlowMode _ -> false;
          case RpcError.PasswordNeeded _ -> false;
          case RpcError.Refused _ -> false;
          case RpcError.ServerFault _ -> false;
        };
    if (!again) {
      throw new RpcException(method.toString(), error);
    }
  }

  private boolean follow(RpcError.Migrate move) {
    var movesHome =
        switch (move.kind()) {
          case PHONE, USER, NETWORK -> true;
          case FILE, STATS -> false;
        };
    if (!movesHome) {
      return false;
    }
    return isKnown(move.dc()) && movedTo(move.dc());
  }

  private boolean isKnown(int dc) {
    if (!home.knows(dc)) {
      home.learn(call(new GetConfig()));
    }
    return home.knows(dc);
  }

  private boolean movedTo(int dc) {
    home.moveTo(dc);
    return true;
  }

  /// An answer, not an error, says where the account lives.
  void moveHome(int dc) {
    if (!isKnown(dc)) {
      throw new ProtocolViolation("no address of data centre " + dc);
    }
    home.moveTo(dc);
  }

  private void loggedOut(Wire wire, RpcError.LoggedOut ended) {
    if (ended.type().equals("AUTH_KEY_UNREGISTERED")) {
      // The ordinary answer to whoever has not logged in, and the end of a login for others.
      home.dropUser(ended);
    } else if (keeper.login().signedIn() || ended.type().equals("AUTH_KEY_INVALID")) {
      home.dropKey(wire, ended);
    }
  }

  private boolean slept(Duration delay) {
    if (delay.compareTo(sleepFloodsUpTo) > 0) {
      return false;
    }
    try {
      Thread.sleep(delay);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    }
  }

  private static <R> R read(TlMethod<R> method, byte[] body) {
    try {
      return method.readReply(new TlReader(body));
    } catch (TlException unreadable) {
      throw new ProtocolViolation(method + " was answered with something else", unreadable);
    }
  }
}
