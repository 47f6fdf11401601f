package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.account.HeldAccount;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.Outgoing;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.ConnectionState;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.TelegramClient;

/// The owner of one account: holds its claim and its connection, and works off its deliveries in
/// order.
///
/// All fields without a remark belong to the actor's own thread. At most one call to Telegram is
/// open.
final class AccountActor {
  private static final Logger LOG = LoggerFactory.getLogger(AccountActor.class);

  private final UUID id;
  private final HeldAccount account;
  private final Claim claim;
  private final TelegramGate gate;
  private final InstantSource clock;
  private final AccountRecord record;
  private final Standing standing;
  private final Sending sending;
  private final Greeting greeting;
  private final Mailbox mailbox = new Mailbox();
  private final CountDownLatch ended = new CountDownLatch(1);

  /// Written by the client's thread.
  private volatile ConnectionState connection = ConnectionState.CONNECTING;

  /// Written by the client's thread.
  private volatile @Nullable RpcError loggedOut;

  /// Written by whoever stops the actor.
  private volatile boolean stopping;

  /// Read by whoever stops the actor.
  private volatile @Nullable TelegramClient client;

  /// What the open call is made for, when a person waits for it.
  private @Nullable Request served;

  private boolean channelsWanted;
  private boolean busy;

  /// Read after the end.
  private volatile boolean failed;

  AccountActor(
      HeldAccount account, Claim claim, Stores stores, TelegramGate gate, InstantSource clock) {
    this.id = account.id();
    this.account = account;
    this.claim = claim;
    this.gate = gate;
    this.clock = clock;
    this.record = new AccountRecord(id, account.memberId(), claim, stores);
    this.standing = new Standing(account, record, clock);
    this.sending = new Sending(new DeliveryRecord(id, account.memberId(), claim, stores), clock);
    this.greeting = new Greeting(clock);
  }

  void start(Runnable afterEnd) {
    Thread.ofVirtual().name("account " + id).start(() -> run(afterEnd));
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
    closeClient();
    mailbox.wake();
  }

  boolean awaitEnd(Duration patience) throws InterruptedException {
    return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// It ended by a fault, not because it was told to or the login is over.
  boolean hasFailed() {
    return failed;
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
      LOG.warn("account {} is somebody else's now", id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed = true;
      Faults.report(LOG, "the owner of account " + id + " ends; a sweep will start another", e);
    } finally {
      end(afterEnd);
    }
  }

  private void begin() {
    standing.show(false);
    Listener listener =
        new Listener(
            record,
            state -> {
              connection = state;
              mailbox.wake();
            },
            reason -> {
              loggedOut = reason;
              mailbox.wake();
            });
    client = gate.open(account.login(), listener);
    if (stopping) {
      closeClient();
    }
  }

  /// The connection first: the claim may only be given back when the key is no longer in use.
  private void end(Runnable afterEnd) {
    stopping = true;
    try {
      closeClient();
    } finally {
      refuseAll(Request.unavailable("The account is not in service now."));
      claim.close();
      afterEnd.run();
      ended.countDown();
    }
  }

  /// Nobody is left waiting for an actor that ends. (What is settled already stays as it is.)
  private void refuseAll(ProblemException why) {
    mailbox.close().forEach(request -> request.failed(why));
    if (served != null) {
      served.failed(why);
    }
  }

  private void closeClient() {
    TelegramClient open = client;
    if (open != null) {
      open.close();
    }
  }

  /// When to look around although nothing happens; null when only a message can change anything.
  private @Nullable Instant alarm() {
    if (busy) {
      return null;
    }
    Instant paused = standing.pausedUntil();
    if (paused != null || connection != ConnectionState.CONNECTED) {
      return paused;
    }
    return greeting.isAnswered() ? sending.nextTry() : greeting.notBefore();
  }

  private boolean isUp() {
    return connection == ConnectionState.CONNECTED && greeting.isAnswered();
  }

  private void take(Mailbox.Message message) {
    switch (message) {
      case Mailbox.Message.Wake ignored -> {}
      case Mailbox.Message.Outcome outcome -> {
        busy = false;
        outcome.settle().run();
        served = null;
      }
    }
  }

  /// Looks around and does the next thing, if there is one.
  private void work() {
    if (busy) {
      return;
    }
    RpcError over = loggedOut;
    if (over != null) {
      standing.over(over);
      endWith(over);
      return;
    }
    standing.show(isUp());
    Request request = mailbox.nextRequest(this::isServable);
    if (request != null) {
      serve(request);
    } else if (connection == ConnectionState.CONNECTED && standing.pausedUntil() == null) {
      workConnected();
    }
  }

  private void workConnected() {
    if (!greeting.isAnswered()) {
      if (greeting.isDue()) {
        call(errands().greet(this::greeted, greeting::failed));
      }
      return;
    }
    Optional<Outgoing> next = sending.begin();
    if (next.isPresent()) {
      send(next.get());
    } else if (channelsWanted) {
      channelsWanted = false;
      call(errands().refreshChannels(null));
    }
  }

  private void greeted() {
    greeting.answered();
    channelsWanted = true;
  }

  private void send(Outgoing outgoing) {
    TelegramClient open = openClient();
    call(
        new OpenCall<>(
            () -> sending.attempt(open, outgoing),
            (message, took) -> sending.sent(outgoing, message, took),
            (failure, took) -> {
              sending.failed(outgoing, failure, took);
              failed(failure);
            }));
  }

  /// To end a login is always right; a question waits for the greeting, and is refused in a pause.
  private boolean isServable(Request request) {
    return switch (request.wish()) {
      case DISCONNECT -> true;
      case REFRESH_CHANNELS -> standing.pausedUntil() != null || isUp();
    };
  }

  private void serve(Request request) {
    ProblemException pause = standing.pause();
    if (pause != null && request.wish() == Request.Wish.REFRESH_CHANNELS) {
      request.failed(pause);
      mailbox.wake();
      return;
    }
    served = request;
    switch (request.wish()) {
      case REFRESH_CHANNELS -> call(errands().refreshChannels(request));
      case DISCONNECT -> call(errands().disconnect(request, () -> stopping = true));
    }
  }

  private void failed(RuntimeException thrown) {
    if (standing.failed(thrown) && thrown instanceof RpcException rpc) {
      endWith(rpc.error());
    }
  }

  private void endWith(RpcError error) {
    stopping = true;
    refuseAll(Failures.of(error).asProblem());
  }

  private void call(OpenCall<?> call) {
    busy = true;
    call.start("call of account " + id, mailbox);
  }

  private Errands errands() {
    return new Errands(openClient(), record, this::failed);
  }

  private TelegramClient openClient() {
    return Objects.requireNonNull(client);
  }
}
