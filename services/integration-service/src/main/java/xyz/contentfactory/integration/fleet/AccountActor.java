package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.account.HeldAccount;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.LiveChange;
import xyz.contentfactory.integration.delivery.Outgoing;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.TelegramClient;

/// The owner of one account: holds its claim and its connection, and works off its deliveries in
/// order.
///
/// All fields without a remark belong to the actor's own thread. At most one call to Telegram is
/// open on each lane.
final class AccountActor {
  private static final Logger LOG = LoggerFactory.getLogger(AccountActor.class);

  private final UUID id;
  private final HeldAccount account;
  private final Claim claim;
  private final TelegramGate gate;
  private final InstantSource clock;
  private final AccountRecord record;
  private final AccountProxies proxies;
  private final Standing standing;
  private final Sending sending;
  private final Changing changing;
  private final Greeting greeting;
  private final Mailbox mailbox = new Mailbox();
  private final CountDownLatch ended = new CountDownLatch(1);

  private final Listener news;

  /// Written by whoever changes the account's proxy.
  private volatile boolean rerouted;

  /// Written by whoever stops the actor.
  private volatile boolean stopping;

  /// Read by whoever stops the actor.
  private volatile @Nullable TelegramClient client;

  /// What the open call is made for, when a person waits for it.
  private @Nullable Request served;

  /// Who waits for the account to be out of service.
  private @Nullable Request leaving;

  private final ChannelReading channels;
  private final Set<Lane> open = EnumSet.noneOf(Lane.class);

  /// Read after the end.
  private volatile boolean failed;

  AccountActor(
      HeldAccount account, Claim claim, Stores stores, TelegramGate gate, InstantSource clock) {
    this.id = account.id();
    this.account = account;
    this.claim = claim;
    this.gate = gate;
    this.clock = clock;
    this.proxies = stores.proxies();
    this.record = new AccountRecord(id, account.memberId(), claim, stores);
    this.news = new Listener(record, record.updates(clock), mailbox::wake);
    this.standing = new Standing(account, record, clock);
    this.sending =
        new Sending(
            new DeliveryRecord(id, account.memberId(), claim, stores),
            new MediaSending(id, claim, stores.transfers()),
            clock);
    this.changing = new Changing(new ChangeRecord(id, account.memberId(), claim, stores), clock);
    this.greeting = new Greeting(clock);
    this.channels = new ChannelReading(clock);
  }

  void start(Runnable afterEnd) {
    Thread.ofVirtual().name("account " + id).start(() -> run(afterEnd));
  }

  void wake() {
    mailbox.wake();
  }

  /// The account has another proxy, or none any more.
  void reroute() {
    rerouted = true;
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
    standing.show(false, null);
    client = gate.open(account.login(), news, proxies.of(id));
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
      if (leaving != null) {
        leaving.done();
      }
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
    TelegramClient telegram = client;
    if (telegram != null) {
      telegram.close();
    }
  }

  /// When to look around although nothing happens; null when only a message can change anything.
  private @Nullable Instant alarm() {
    if (open.contains(Lane.CALLS)) {
      return null;
    }
    Instant paused = standing.pausedUntil();
    if (paused != null || !news.isConnected()) {
      return paused;
    }
    return greeting.isAnswered()
        ? earlier(earlier(sending.nextTry(), changing.nextTry()), channels.notBefore())
        : greeting.notBefore();
  }

  private boolean isUp() {
    return news.isConnected() && greeting.isAnswered();
  }

  private void take(Mailbox.Message message) {
    switch (message) {
      case Mailbox.Message.Wake ignored -> {}
      case Mailbox.Message.Outcome outcome -> {
        open.remove(outcome.lane());
        outcome.settle().run();
        if (outcome.lane() == Lane.CALLS) {
          served = null;
        }
      }
    }
  }

  /// Looks around and does the next thing, if there is one.
  private void work() {
    if (rerouted) {
      rerouted = false;
      news.forgetProxyFailure();
      openClient().reroute(gate.route(proxies.of(id)));
    }
    if (open.contains(Lane.CALLS)) {
      return;
    }
    RpcError over = news.loggedOut();
    if (over != null) {
      if (!open.isEmpty()) {
        return;
      }
      standing.over(over);
      endWith(over);
      return;
    }
    standing.show(isUp(), news.proxyFailure());
    Request request = mailbox.nextRequest(this::isServable);
    if (request != null) {
      serve(request);
    } else if (news.isConnected() && standing.pausedUntil() == null) {
      workConnected();
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private void workConnected() {
    if (news.takeChannelsChanged()) {
      channels.want(true);
    }
    if (!greeting.isAnswered()) {
      if (greeting.isDue()) {
        call(Lane.CALLS, errands().greet(this::greeted, greeting::failed));
      }
      return;
    }
    Optional<LiveChange> change = changing.begin();
    if (change.isPresent()) {
      change(change.get());
      return;
    }
    Optional<Outgoing> next = sending.begin(!open.contains(Lane.FILES));
    if (next.isPresent()) {
      send(next.get());
    } else if (channels.begin()) {
      call(Lane.CALLS, errands().refreshChannels(null));
    }
  }

  private void greeted() {
    greeting.answered();
    channels.want(record.isReadingWanted());
  }

  private void send(Outgoing outgoing) {
    TelegramClient telegram = openClient();
    call(
        outgoing.hasFiles() ? Lane.FILES : Lane.CALLS,
        new OpenCall<>(
            () -> sending.attempt(telegram, outgoing),
            (message, took) -> sending.sent(outgoing, message, took),
            (failure, took) -> {
              sending.failed(outgoing, failure, took);
              failed(failure);
            }));
  }

  private void change(LiveChange change) {
    TelegramClient telegram = openClient();
    call(
        Lane.CALLS,
        new OpenCall<>(
            () -> changing.attempt(telegram, change),
            (done, took) -> changing.done(change, took),
            (failure, took) -> {
              changing.failed(change, failure, took);
              failed(failure);
            }));
  }

  /// To rest or to end a login is right once no post is under way; a question waits for the
  /// greeting, and is refused while Telegram wants to hear nothing or the proxy leads nowhere.
  private boolean isServable(Request request) {
    return switch (request.wish()) {
      case DISCONNECT, PAUSE -> open.isEmpty();
      case REFRESH_CHANNELS, ASK -> standing.hindrance() != null || isUp();
    };
  }

  private void serve(Request request) {
    ProblemException hindrance = standing.hindrance();
    if (hindrance != null && isQuestion(request)) {
      request.failed(hindrance);
      mailbox.wake();
      return;
    }
    served = request;
    switch (request.wish()) {
      case REFRESH_CHANNELS -> call(Lane.CALLS, errands().refreshChannels(request));
      case ASK -> call(Lane.CALLS, errands().ask((Question<?>) request));
      case PAUSE -> {
        record.paused();
        served = null;
        leaving = request;
        stopping = true;
      }
      case DISCONNECT -> call(Lane.CALLS, errands().disconnect(request, () -> stopping = true));
    }
  }

  private static boolean isQuestion(Request request) {
    return request.wish() == Request.Wish.REFRESH_CHANNELS || request.wish() == Request.Wish.ASK;
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

  private void call(Lane lane, OpenCall<?> call) {
    open.add(lane);
    call.start("call of account " + id, lane, mailbox);
  }

  private Errands errands() {
    return new Errands(account.kind(), openClient(), record, this::failed);
  }

  private TelegramClient openClient() {
    return Objects.requireNonNull(client);
  }
}
