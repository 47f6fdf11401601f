package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.account.Disconnection;
import xyz.contentfactory.integration.account.HandOver;
import xyz.contentfactory.integration.account.HeldAccount;
import xyz.contentfactory.integration.account.Pausing;
import xyz.contentfactory.integration.channel.ChannelRefresh;
import xyz.contentfactory.integration.channel.GroupLook;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.delivery.DeliveryWake;
import xyz.contentfactory.integration.device.DeviceList;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.login.AccountStart;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.Rerouting;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.KeyringException;
import xyz.contentfactory.telegram.client.Device;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.UnreadableLogin;

/// All accounts that this process owns: takes the free ones, passes on what people ask, gives
/// everything back at the end.
public final class Fleet
    implements AccountStart,
        DeliveryWake,
        ChannelRefresh,
        Disconnection,
        HandOver,
        Pausing,
        DeviceList,
        GroupLook.Taking,
        Rerouting,
        AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);
  private static final int STARTS_A_SWEEP = 200;

  /// Longer than a call to Telegram, so that its own outcome is what a person sees.
  private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(60);

  /// How long a request waits for the account to be ready for it.
  private static final Duration BEGIN_PATIENCE = Duration.ofSeconds(20);

  /// What failed will not succeed a moment later.
  private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(30);

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final Claims claims;
  private final Stores stores;
  private final TelegramGate gate;
  private final InstantSource clock;
  private final ConcurrentHashMap<UUID, AccountActor> actors = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UUID, Instant> resting = new ConcurrentHashMap<>();

  /// One for every account that is being taken just now; the end waits for them.
  private final Semaphore takes = new Semaphore(Integer.MAX_VALUE);

  private volatile boolean closed;

  public Fleet(Claims claims, Stores stores, TelegramGate gate, InstantSource clock) {
    this.claims = claims;
    this.stores = stores;
    this.gate = gate;
    this.clock = clock;
  }

  /// Takes every account that should be held and is not.
  public void sweep() {
    if (gate.isReady() && !closed) {
      resting.values().removeIf(until -> !clock.instant().isBefore(until));
      stores.accounts().unheld(STARTS_A_SWEEP).stream()
          .filter(id -> !resting.containsKey(id))
          .forEach(this::take);
    }
  }

  @Override
  public void start(UUID account) {
    Thread.ofVirtual()
        .name("start of account " + account)
        .start(() -> {
          if (gate.isReady()) {
            take(account);
          }
        });
  }

  private void take(UUID id) {
    if (takes.tryAcquire()) {
      try {
        if (!closed) {
          claim(id);
        }
      } finally {
        takes.release();
      }
    }
  }

  private void claim(UUID id) {
    AtomicReference<@Nullable AccountActor> actor = new AtomicReference<>();
    Optional<Claim> taken =
        claims.take(
            "account/" + id,
            () -> {
              AccountActor running = actor.get();
              if (running != null) {
                running.stop();
              }
            });
    taken.ifPresent(claim -> {
      AccountActor running = run(id, claim);
      actor.set(running);
      if (running != null && claim.isOver()) {
        // lost before there was anybody to tell
        running.stop();
      }
    });
  }

  private @Nullable AccountActor run(UUID id, Claim claim) {
    Optional<HeldAccount> account = held(id, claim);
    if (account.isEmpty() || closed || claim.isOver()) {
      claim.close();
      return null;
    }
    AccountActor actor = new AccountActor(account.get(), claim, stores, gate, clock);
    actors.put(id, actor);
    actor.start(() -> ended(id, actor));
    if (closed) {
      actor.stop();
    }
    return actor;
  }

  private Optional<HeldAccount> held(UUID id, Claim claim) {
    try {
      return claim.write(() -> stores.accounts().take(id, claim.epoch()));
    } catch (KeyringException | UnreadableLogin e) {
      LOG.warn("the login of account {} cannot be opened: {}", id, e.getMessage());
      unreadable(id, claim);
    } catch (LeaseLost e) {
      LOG.warn("account {} is somebody else's now", id);
    } catch (RuntimeException e) {
      Faults.report(LOG, "account " + id + " cannot be taken into service", e);
      rest(id);
    }
    return Optional.empty();
  }

  /// A person has to log in again, or disconnect it.
  private void unreadable(UUID id, Claim claim) {
    try {
      stores
          .accounts()
          .memberOf(id)
          .ifPresent(member -> new AccountRecord(id, member, claim, stores).unreadable());
    } catch (RuntimeException e) {
      Faults.report(LOG, "account " + id + " cannot be set aside", e);
      rest(id);
    }
  }

  private void ended(UUID id, AccountActor actor) {
    if (actor.hasFailed()) {
      rest(id);
    }
    actors.remove(id, actor);
  }

  private void rest(UUID id) {
    resting.put(id, clock.instant().plus(REST_AFTER_FAILURE));
  }

  @Override
  public void wake(UUID account) {
    AccountActor actor = actors.get(account);
    if (actor != null) {
      actor.wake();
    }
  }

  @Override
  public void refresh(UUID account) {
    Request request = new Request(Request.Wish.REFRESH_CHANNELS);
    ask(inService(account), request);
  }

  @Override
  public List<Device> devices(UUID account) {
    Question<List<Device>> question = new Question<>(TelegramClient::devices);
    ask(inService(account), question);
    return question.answer();
  }

  @Override
  public GroupLook look(UUID account, PeerRef group) {
    Question<GroupLook> question = new Question<>(client -> GroupLook.of(client, group));
    ask(inService(account), question);
    return question.answer();
  }

  @Override
  public void endDevice(UUID account, long hash) {
    Question<Device> question =
        new Question<>(
            client -> {
              Device device = DeviceList.find(client.devices(), hash);
              client.endDevice(hash);
              return device;
            },
            LogKind.DEVICE_ENDED,
            device -> device.model() + ", " + device.appName());
    ask(inService(account), question);
  }

  /// Null when another process, or nobody yet, holds it.
  private @Nullable AccountActor inService(UUID account) {
    AccountActor actor = actors.get(account);
    if (actor == null) {
      AccountState state =
          stores
              .accounts()
              .stateOf(account)
              .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND));
      if (!state.isAlive()) {
        throw ProblemException.of(TelegramProblem.ACCOUNT_LOGGED_OUT);
      }
      if (state == AccountState.PAUSED) {
        throw ProblemException.of(TelegramProblem.ACCOUNT_PAUSED);
      }
    }
    return actor;
  }

  @Override
  public void pause(UUID account) {
    AccountActor actor = actors.get(account);
    if (actor != null) {
      ask(actor, new Request(Request.Wish.PAUSE));
    } else {
      resting().alone(account, AccountRecord::paused);
    }
  }

  @Override
  public void resume(UUID account) {
    if (stores.accounts().stateOf(account).filter(AccountState.PAUSED::equals).isPresent()) {
      resting().alone(account, AccountRecord::resumed);
      start(account);
    }
  }

  @Override
  public void reroute(UUID account, Runnable write) {
    AccountActor actor = actors.get(account);
    if (actor != null) {
      write.run();
      actor.reroute();
    } else {
      resting().alone(account, ignored -> write.run());
      start(account);
    }
  }

  private UnheldAccounts resting() {
    return new UnheldAccounts(claims, stores, gate);
  }

  @Override
  public void disconnect(UUID account) {
    AccountActor actor = actors.get(account);
    if (actor != null) {
      ask(actor, new Request(Request.Wish.DISCONNECT));
      return;
    }
    AccountState state = stores.accounts().stateOf(account).orElse(AccountState.NEEDS_LOGIN);
    if (state == AccountState.PAUSED) {
      resting().logOut(account);
    } else if (!state.isAlive()) {
      // Telegram has ended this login already: there is nobody to log out
      resting().alone(account, AccountRecord::disconnected);
    } else {
      ask(null, new Request(Request.Wish.DISCONNECT));
    }
  }

  private static void ask(@Nullable AccountActor actor, Request request) {
    if (actor == null || !actor.ask(request)) {
      throw Request.unavailable("The account is not in service now; try again in a moment.");
    }
    request.await(BEGIN_PATIENCE, REQUEST_PATIENCE);
  }

  private Claim claimed(UUID account) {
    return claims
        .take("account/" + account, () -> {})
        .orElseThrow(() -> Request.unavailable("The account is busy; try again in a moment."));
  }

  /// Its owner ends, and another one begins for the new member: what an owner does, it does for the
  /// member it began with.
  @Override
  public void handOver(UUID account, UUID heir) {
    AccountActor actor = actors.get(account);
    if (actor != null) {
      actor.stop();
      awaitEnd(actor);
    }
    try (Claim claim = claimed(account)) {
      new AccountRecord(account, heir, claim, stores).handedOver();
    }
    start(account);
  }

  private static void awaitEnd(AccountActor actor) {
    try {
      if (!actor.awaitEnd(STOP_PATIENCE)) {
        throw Request.unavailable("The account is busy; try again in a moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Request.unavailable("The server is stopping.");
    }
  }

  /// Gives all accounts back, so that the next process need not wait for leases to expire. Nothing
  /// is taken any more when this returns.
  @Override
  public void close() {
    closed = true;
    try {
      awaitTakes();
      List<AccountActor> running = List.copyOf(actors.values());
      running.forEach(actor -> Thread.ofVirtual().name("stop of an account").start(actor::stop));
      for (AccountActor actor : running) {
        if (!actor.awaitEnd(STOP_PATIENCE)) {
          LOG.warn("an account did not stop in time; its lease expires by itself");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitTakes() throws InterruptedException {
    if (takes.tryAcquire(Integer.MAX_VALUE, STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      takes.release(Integer.MAX_VALUE);
    } else {
      LOG.warn("an account is still being taken; its lease expires by itself");
    }
  }
}
