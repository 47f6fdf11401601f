package xyz.contentfactory.integration.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.AccountKeys;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.login.AccountStart;
import xyz.contentfactory.integration.login.LoginParts;
import xyz.contentfactory.integration.login.LoginProxies;
import xyz.contentfactory.integration.login.PhoneHashes;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemCode;
import xyz.contentfactory.telegram.client.ForeignSession;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramUser;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// Takes over logins that other programs made. Telegram is asked whose each one is before it
/// becomes an account; a key that one of our accounts uses is never used a second time.
public final class TakeOver {
  private final Accounts accounts;
  private final AccountKeys keys;
  private final TelegramGate gate;
  private final PhoneHashes hashes;
  private final AccountStart starting;
  private final LoginProxies proxies;
  private final HandoverRecord record;

  public TakeOver(LoginParts parts, AccountKeys keys, TelegramGate gate, HandoverRecord record) {
    this.accounts = parts.accounts();
    this.hashes = parts.hashes();
    this.starting = parts.starting();
    this.proxies = parts.proxies();
    this.keys = keys;
    this.gate = gate;
    this.record = record;
  }

  /// Who wants it.
  private record Wish(UUID member, Optional<TestedProxy> chosen, ClientAddress from) {}

  /// All at the same time, in the order given.
  ///
  /// @param proxy what all of them go through; null when none is chosen
  List<Imported> takeOver(
      UUID member, Sessions sessions, @Nullable Proxy proxy, ClientAddress from) {
    Wish wish = new Wish(member, proxies.chosen(proxy), from);
    List<Callable<Imported>> steps = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    int number = 0;
    for (Optional<ForeignSession> session : sessions.given()) {
      steps.add(step(wish, ++number, session.orElse(null), met));
    }
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("import ", 1).factory())) {
      List<Imported> done = new ArrayList<>();
      for (Future<Imported> one : threads.invokeAll(steps)) {
        done.add(one.get());
      }
      return done;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE, "The server is stopping.")
          .asException();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an import failed by a fault of ours", e.getCause());
    }
  }

  private Callable<Imported> step(
      Wish wish, int number, @Nullable ForeignSession session, Set<Long> met) {
    if (session == null) {
      return () -> refused(number, TelegramProblem.SESSION_UNREADABLE);
    }
    if (!met.add(session.key().id()) || isConnected(wish.member(), session)) {
      return () -> refused(number, TelegramProblem.ACCOUNT_ALREADY_CONNECTED);
    }
    return () -> takeOver(wish, number, session);
  }

  private boolean isConnected(UUID member, ForeignSession session) {
    ForeignSession.User user = session.user();
    return keys.isInUse(session.key().id())
        || (user != null && accounts.telegramIds(member).contains(user.id()));
  }

  private Imported takeOver(Wish wish, int number, ForeignSession session) {
    TelegramUser user;
    try {
      user = whose(wish, session);
    } catch (MtprotoException e) {
      Failure failure = Failures.of(e);
      record.refused(wish.member(), failure);
      return Imported.refused(number, failure.asProblem().problem());
    }
    Optional<UUID> account =
        record.takenOver(person(wish.member(), session, user), wish.chosen(), wish.from());
    account.ifPresent(starting::start);
    return account
        .map(id -> Imported.connected(number, id, user.displayName()))
        .orElseGet(() -> refused(number, TelegramProblem.ACCOUNT_ALREADY_CONNECTED));
  }

  /// The connection is closed again before the account's owner opens its own.
  private TelegramUser whose(Wish wish, ForeignSession session) {
    Proxy way = wish.chosen().or(() -> known(wish, session)).map(TestedProxy::proxy).orElse(null);
    try (TelegramClient client = gate.open(session.toLogin(0), login -> {}, way)) {
      return client.self();
    }
  }

  /// Not every program's session says whose it is.
  private Optional<TestedProxy> known(Wish wish, ForeignSession session) {
    ForeignSession.User user = session.user();
    return user == null ? Optional.empty() : proxies.ofPerson(wish.member(), user.id());
  }

  private SignedInPerson person(UUID member, ForeignSession session, TelegramUser user) {
    PhoneNumber phone = user.phone();
    return new SignedInPerson(
        member,
        user.bot() ? AccountKind.BOT : AccountKind.USER,
        phone == null ? "" : phone.masked(),
        phone == null ? null : hashes.of(phone),
        user,
        session.toLogin(user.id()));
  }

  private static Imported refused(int number, ProblemCode code) {
    return Imported.refused(number, Problem.of(code));
  }
}
