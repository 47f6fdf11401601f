package xyz.contentfactory.integration.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.LoginStep;
import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// Logs in by QR code. Somebody has to listen while a code is shown: one virtual thread for each
/// code, under the login's claim; when its process dies another one goes on with the same login.
public final class QrFlow implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QrFlow.class);
  private static final int RESUMED_A_ROUND = 50;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final Logins logins;
  private final QrCodes codes;
  private final LoginRecord record;
  private final Arrivals arrivals;
  private final Accounts accounts;
  private final Claims claims;
  private final TelegramGate gate;
  private final InstantSource clock;
  private final ConcurrentHashMap<UUID, Thread> watchers = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public QrFlow(LoginParts parts, Claims claims, TelegramGate gate, InstantSource clock) {
    this.logins = parts.logins();
    this.codes = parts.codes();
    this.record = parts.record();
    this.arrivals = parts.arrivals();
    this.accounts = parts.accounts();
    this.claims = claims;
    this.gate = gate;
    this.clock = clock;
  }

  Optional<Login> newest(UUID member) {
    return codes.newest(member).map(id -> logins.get(id).view());
  }

  /// Shows a first code.
  Login start(UUID member, Optional<TestedProxy> proxy) {
    logins.requireRoom(member);
    UUID id = codes.create(member);
    proxy.ifPresent(tested -> logins.saveProxy(id, tested));
    LoginAttempt attempt = LoginAttempt.begin(id, logins, claims, gate);
    try {
      // A key just made has let nobody in yet, so that a code is all it can bring.
      var shown = (LoginStep.QrShown) attempt.client().login().showQr(connected(attempt));
      record.qrShown(attempt.claim(), attempt.login(), shown, true);
      Login view = logins.get(id).view();
      watch(attempt, shown);
      return view;
    } catch (MtprotoException e) {
      Failure failure = Failures.of(e);
      record.failed(attempt.login(), LogKind.QR_SHOWN, failure);
      attempt.claim().write(() -> logins.end(id, Login.Phase.CANCELLED, null));
      attempt.close();
      throw failure.asProblem();
    } catch (RuntimeException e) {
      attempt.close();
      throw e;
    }
  }

  private List<Long> connected(LoginAttempt attempt) {
    return accounts.telegramIds(attempt.login().memberId());
  }

  /// Takes up the codes that nobody watches: after a restart, or when another process has died.
  public void sweep() {
    if (gate.isReady() && !closed) {
      codes.unwatched(RESUMED_A_ROUND).forEach(this::resume);
    }
  }

  private void resume(UUID id) {
    try {
      LoginAttempt attempt = LoginAttempt.begin(id, logins, claims, gate);
      watch(attempt, null);
    } catch (ProblemException e) {
      // Another process was quicker.
    }
  }

  private void watch(LoginAttempt attempt, LoginStep.@Nullable QrShown shown) {
    UUID id = attempt.login().id();
    Thread thread =
        Thread.ofVirtual().name("QR login " + id).unstarted(() -> watchToEnd(attempt, shown));
    watchers.put(id, thread);
    thread.start();
    if (closed) {
      thread.interrupt();
    }
  }

  private void watchToEnd(LoginAttempt attempt, LoginStep.@Nullable QrShown first) {
    Optional<PendingLogin> after = Optional.empty();
    try (attempt) {
      after = arrived(attempt, scanned(attempt, first));
    } catch (MtprotoException | ProblemException e) {
      failed(attempt, e);
    } catch (LeaseLost e) {
      LOG.info("another process watches the QR login {} now", attempt.login().id());
    } finally {
      watchers.remove(attempt.login().id(), Thread.currentThread());
    }
    after.ifPresent(arrivals::started);
  }

  /// Shows one code after the other until somebody scans one; a code when nobody did in time.
  private LoginStep scanned(LoginAttempt attempt, LoginStep.@Nullable QrShown first) {
    LoginStep step = first == null ? attempt.client().login().showQr(connected(attempt)) : first;
    boolean open = first != null || stored(attempt, step);
    while (step instanceof LoginStep.QrShown shown && open && goesOn(attempt)) {
      step = attempt.client().login().nextQr(shown);
      open = stored(attempt, step);
    }
    return step;
  }

  private boolean stored(LoginAttempt attempt, LoginStep step) {
    return !(step instanceof LoginStep.QrShown shown)
        || record.qrShown(attempt.claim(), attempt.login(), shown, false);
  }

  /// Left alone for too long, it ends here; its key has let nobody in.
  private boolean goesOn(LoginAttempt attempt) {
    if (!codes.isShown(attempt.login().id())) {
      return false;
    }
    if (clock.instant().isBefore(attempt.login().view().expiresAt())) {
      return true;
    }
    record.ended(attempt.claim(), attempt.login(), Login.Phase.EXPIRED);
    return false;
  }

  /// Empty when nobody has scanned a code.
  private Optional<PendingLogin> arrived(LoginAttempt attempt, LoginStep step) {
    return switch (step) {
      case LoginStep.SignedIn in -> Optional.of(entered(attempt, in));
      case LoginStep.PasswordNeeded needed ->
          Optional.of(record.passwordNeeded(attempt.claim(), attempt.login(), needed.hint()));
      case LoginStep.QrShown ignored -> Optional.empty();
      case LoginStep.CodeSent ignored -> throw new IllegalStateException("no code was asked for");
    };
  }

  /// A login that was cancelled while somebody scanned is ended at Telegram, too.
  private PendingLogin entered(LoginAttempt attempt, LoginStep.SignedIn in) {
    PendingLogin now = logins.get(attempt.login().id());
    if (now.view().step().isOver()) {
      attempt.client().logOut();
      return now;
    }
    return arrivals.signedIn(attempt, LogKind.SIGN_IN, in.user());
  }

  private void failed(LoginAttempt attempt, RuntimeException thrown) {
    if (closed || Thread.currentThread().isInterrupted()) {
      return;
    }
    boolean connected =
        thrown instanceof ProblemException problem
            && problem.problem().code() == TelegramProblem.ACCOUNT_ALREADY_CONNECTED;
    if (!connected) {
      Failure failure = Failures.of(thrown);
      record.failed(attempt.login(), LogKind.QR_SHOWN, failure);
      LOG.info("the QR login {} is interrupted: {}", attempt.login().id(), failure.detail());
      if (failure.isRefusal()) {
        record.ended(attempt.claim(), attempt.login(), Login.Phase.CANCELLED);
      }
    }
  }

  /// Nobody is to be let in any more; a watcher elsewhere notices when its code ends.
  Login cancel(UUID id) {
    PendingLogin ended = record.qrCancelled(id);
    Thread watcher = watchers.get(id);
    if (watcher != null) {
      watcher.interrupt();
    }
    return ended.view();
  }

  /// Gives all codes back, so that the next process need not wait for leases to expire.
  @Override
  public void close() {
    closed = true;
    List<Thread> running = List.copyOf(watchers.values());
    running.forEach(Thread::interrupt);
    try {
      for (Thread watcher : running) {
        watcher.join(STOP_PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
