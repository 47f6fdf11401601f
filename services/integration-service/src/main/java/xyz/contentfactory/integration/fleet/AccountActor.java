package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.account.HeldAccount;
import xyz.contentfactory.integration.account.StateChange;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.Outgoing;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.telegram.client.ConnectionState;
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.TelegramClient;

/// The owner of one account: holds its claim and its connection, keeps its state, and works off its
/// deliveries in order.
///
/// All fields without a remark belong to the actor's own thread. At most one call to Telegram is
/// open.
final class AccountActor {
  private static final Logger LOG = LoggerFactory.getLogger(AccountActor.class);

  private final HeldAccount account;
  private final Claim claim;
  private final TelegramGate gate;
  private final InstantSource clock;
  private final AccountRecord record;
  private final Sending sending;
  private final Mailbox mailbox = new Mailbox();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Queue<Request> requests = new ArrayDeque<>();

  /// Written by the client's thread.
  private volatile ConnectionState connection = ConnectionState.CONNECTING;

  /// Written by the client's thread.
  private volatile @Nullable RpcError loggedOut;

  /// Written by whoever stops the actor.
  private volatile boolean stopping;

  private volatile @Nullable TelegramClient client;

  private AccountState shown;
  private @Nullable Instant pausedUntil;
  private boolean greeted;
  private boolean channelsWanted;
  private boolean busy;

  AccountActor(
      HeldAccount account, Claim claim, Stores stores, TelegramGate gate, InstantSource clock) {
    this.account = account;
    this.claim = claim;
    this.gate = gate;
    this.clock = clock;
    this.record = new AccountRecord(account.id(), account.memberId(), claim, stores);
    this.sending =
        new Sending(new DeliveryRecord(account.id(), account.memberId(), claim, stores), clock);
    this.shown = account.state();
    this.pausedUntil = account.stateUntil();
  }

  void start(Runnable afterEnd) {
    Thread.ofVirtual().name("account " + account.id()).start(() -> run(afterEnd));
  }

  void wake() {
    mailbox.wake();
  }

  /// Puts a request into the queue.
  ///
  /// @return false when too much is waiting already, or the actor has ended
  boolean ask(Request request) {
    return mailbox.ask(request);
  }

  /// Ends every use of the auth key before it returns; the account itself stays connected.
  void stop() {
    stopping = true;
    TelegramClient open = client;
    if (open != null) {
      open.close();
    }
    mailbox.wake();
  }

  boolean awaitEnd(Duration patience) throws InterruptedException {
    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run(Runnable afterEnd) {
    try {
      begin();
      while (!stopping) {
        work();
        if (!stopping) {
          take(mailbox.next(alarm(), clock.instant()));
        }
      }
    } catch (LeaseLost e) {
      LOG.warn("account {} is somebody else's now", account.id());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the owner of account {} ends; the next sweep starts another", account.id(), e);
    } finally {
      end(afterEnd);
    }
  }

  private void begin() {
    if (shown != AccountState.FLOOD_WAIT || pausedUntil == null) {
      pausedUntil = null;
      show(StateChange.to(AccountState.CONNECTING));
    }
    client =
        gate.open(
            account.login(),
            new Listener(
                record,
                state -> {
                  connection = state;
                  mailbox.wake();
                },
                reason -> {
                  loggedOut = reason;
                  mailbox.wake();
                }));
    if (stopping) {
      stop();
    }
  }

  private void end(Runnable afterEnd) {
    stopping = true;
    try {
      TelegramClient open = client;
      if (open != null) {
        open.close();
      }
    } finally {
      claim.close();
      afterEnd.run();
      ended.countDown();
      requests.addAll(mailbox.close());
      requests.forEach(
          request -> request.failed(Request.unavailable("The account is not in service now.")));
    }
  }

  /// When to look around although nothing happens; null when only a message can change anything.
  private @Nullable Instant alarm() {
    if (busy) {
      return null;
    }
    if (pausedUntil != null) {
      return pausedUntil;
    }
    return connection == ConnectionState.CONNECTED && greeted ? sending.nextTry() : null;
  }

  private void take(Mailbox.Message message) {
    switch (message) {
      case Mailbox.Message.Wake ignored -> {}
      case Mailbox.Message.Outcome outcome -> {
        busy = false;
        outcome.settle().run();
      }
      case Mailbox.Message.Asked asked -> requests.add(asked.request());
    }
  }

  /// Looks around and does the next thing, if there is one.
  private void work() {
    if (busy) {
      return;
    }
    RpcError over = loggedOut;
    if (over != null) {
      loseLogin(over);
      return;
    }
    showConnection();
    Request request = requests.poll();
    if (request != null) {
      serve(request);
    } else if (connection == ConnectionState.CONNECTED && pausedUntil == null) {
      workConnected();
    }
  }

  private void workConnected() {
    if (!greeted) {
      greet();
      return;
    }
    Optional<Outgoing> next = sending.begin();
    if (next.isPresent()) {
      send(next.get());
    } else if (channelsWanted) {
      channelsWanted = false;
      refreshChannels(null);
    }
  }

  private void showConnection() {
    Instant until = pausedUntil;
    if (until != null && clock.instant().isBefore(until)) {
      return;
    }
    pausedUntil = null;
    boolean up = connection == ConnectionState.CONNECTED && greeted;
    show(StateChange.to(up ? AccountState.CONNECTED : AccountState.CONNECTING));
  }

  private void show(StateChange change) {
    if (change.state() != shown) {
      shown = change.state();
      record.state(change);
    }
  }

  /// The first question on a connection: does the login still hold, and who is it?
  private void greet() {
    call(
        new OpenCall<>(
            openClient()::self,
            (user, took) -> {
              record.person(user);
              greeted = true;
              channelsWanted = true;
            },
            (failure, took) -> handle(failure)));
  }

  private void send(Outgoing outgoing) {
    TelegramClient open = openClient();
    call(
        new OpenCall<>(
            () -> open.sendText(outgoing.toText()),
            (message, took) -> sending.sent(outgoing, message, took),
            (failure, took) -> {
              sending.failed(outgoing, failure, took);
              handle(failure);
            }));
  }

  private void serve(Request request) {
    switch (request.wish()) {
      case REFRESH_CHANNELS -> refreshChannels(request);
      case DISCONNECT -> disconnect(request);
    }
  }

  private void refreshChannels(@Nullable Request request) {
    call(
        new OpenCall<List<Dialog>>(
            openClient()::dialogs,
            (seen, took) -> {
              record.channels(seen, took);
              if (request != null) {
                request.done();
              }
            },
            (failure, took) -> refused(request, LogKind.CHANNELS_REFRESHED, failure)));
  }

  private void disconnect(Request request) {
    TelegramClient open = openClient();
    call(
        new OpenCall<Void>(
            () -> {
              open.logOut();
              return null;
            },
            (nothing, took) -> disconnected(request),
            (failure, took) -> {
              if (isOver(failure)) {
                disconnected(request);
              } else {
                refused(request, LogKind.ACCOUNT_DISCONNECTED, failure);
              }
            }));
  }

  private void disconnected(Request request) {
    record.disconnected();
    stopping = true;
    request.done();
  }

  private static boolean isOver(RuntimeException failure) {
    return failure instanceof RpcException rpc
        && (rpc.error() instanceof RpcError.LoggedOut
            || rpc.error() instanceof RpcError.KeyDuplicated);
  }

  private void refused(@Nullable Request request, LogKind kind, RuntimeException thrown) {
    Failure failure = Failures.of(thrown);
    record.refused(kind, failure);
    if (request != null) {
      request.failed(failure.asProblem());
    }
    handle(thrown);
  }

  /// What a failure means for the account as a whole.
  private void handle(RuntimeException thrown) {
    if (!(thrown instanceof RpcException rpc)) {
      return;
    }
    RpcError error = rpc.error();
    switch (error) {
      case RpcError.FloodWait wait -> {
        pausedUntil = clock.instant().plus(wait.delay());
        shown = AccountState.FLOOD_WAIT;
        record.state(
            new StateChange(AccountState.FLOOD_WAIT, pausedUntil, error.type()),
            Failures.of(error));
      }
      case RpcError.LoggedOut out -> loseLogin(out);
      case RpcError.KeyDuplicated duplicated -> loseLogin(duplicated);
      case RpcError.SlowMode ignored -> {}
      case RpcError.Refused ignored -> {}
      case RpcError.ServerFault ignored -> {}
      case RpcError.Migrate ignored -> {}
      case RpcError.PasswordNeeded ignored -> {}
    }
  }

  /// Never retried: a person has to log in again.
  private void loseLogin(RpcError error) {
    boolean gone = error instanceof RpcError.LoggedOut out && out.accountGone();
    AccountState state = gone ? AccountState.BANNED : AccountState.NEEDS_LOGIN;
    record.state(new StateChange(state, null, error.type()), Failures.of(error));
    requests.forEach(request -> request.failed(Failures.of(error).asProblem()));
    requests.clear();
    stopping = true;
  }

  private void call(OpenCall<?> call) {
    busy = true;
    call.start("call of account " + account.id(), mailbox);
  }

  private TelegramClient openClient() {
    return Objects.requireNonNull(client);
  }
}
