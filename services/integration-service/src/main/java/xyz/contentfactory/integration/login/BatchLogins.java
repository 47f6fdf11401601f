package xyz.contentfactory.integration.login;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.LoginRefused;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// Logins that are begun in the background, one for each number of a list. From the code on they
/// are logins as any other.
///
/// The login stands in the database before Telegram hears of it, and its auth key before the code
/// is asked for. So whoever finds a login that has begun knows: without a key surely no code was
/// asked for; with one it may have been, and it is never asked for a second time.
public final class BatchLogins {
  private static final Logger LOG = LoggerFactory.getLogger(BatchLogins.class);

  private final Logins logins;
  private final LoginRecord record;
  private final Accounts accounts;
  private final PhoneHashes hashes;
  private final Arrivals arrivals;
  private final LoginProxies proxies;
  private final LoginFlow flow;
  private final Claims claims;
  private final TelegramGate gate;
  private final InstantSource clock;

  public BatchLogins(
      LoginParts parts, LoginFlow flow, Claims claims, TelegramGate gate, InstantSource clock) {
    this.logins = parts.logins();
    this.record = parts.record();
    this.accounts = parts.accounts();
    this.hashes = parts.hashes();
    this.arrivals = parts.arrivals();
    this.proxies = parts.proxies();
    this.flow = flow;
    this.claims = claims;
    this.gate = gate;
    this.clock = clock;
  }

  public String hash(PhoneNumber phone) {
    return hashes.of(phone);
  }

  /// A fingerprint of a whole list.
  public String hash(List<String> texts) {
    return hashes.ofText(String.join("\n", texts));
  }

  /// What is chosen for a list, tested.
  ///
  /// @throws ProblemException `proxy-…`
  public Optional<TestedProxy> chosen(@Nullable Proxy proxy) {
    return proxies.chosen(proxy);
  }

  public boolean isConnected(UUID member, String hash) {
    return accounts.isConnected(member, hash);
  }

  /// A code for this number is just being asked for, by its person.
  public boolean isStarting(UUID member, String hash) {
    return logins.isStarting(member, hash);
  }

  /// Telegram can be asked.
  public boolean isReady() {
    return gate.isReady();
  }

  /// The login of this number that is open, now part of the batch; or a new one, of which Telegram
  /// knows nothing yet. It goes by the way that is chosen for the batch, else by what it or the
  /// number's account has. Part of the caller's transaction.
  public Prepared prepare(
      UUID batch, UUID member, PhoneNumber phone, Optional<TestedProxy> chosen) {
    String hash = hashes.of(phone);
    Optional<UUID> open =
        logins.open(member).stream()
            .filter(login -> hash.equals(login.phoneHash()))
            .map(PendingLogin::id)
            .findFirst();
    if (open.isPresent()) {
      logins.adopt(open.get(), batch);
      chosen.ifPresent(way -> logins.saveProxy(open.get(), way));
      return new Prepared(open.get(), false);
    }
    UUID created = logins.create(member, phone, hash, batch);
    chosen
        .or(() -> proxies.ofNumber(member, hash, null))
        .ifPresent(way -> logins.saveProxy(created, way));
    return new Prepared(created, true);
  }

  /// A login for a row.
  ///
  /// @param isNew its code is still to be asked for
  public record Prepared(UUID id, boolean isNew) {}

  /// Asks Telegram for the code of a login that was prepared, unless that may have happened before.
  /// Waits for Telegram. Nothing happens when somebody else does it just now.
  ///
  /// @param ended writes down in the transaction that ends the login why no code is on its way
  public void ask(UUID id, Consumer<AskFailed> ended) {
    Optional<PendingLogin> after = Optional.empty();
    try (LoginAttempt attempt = LoginAttempt.begin(id, logins, claims, gate)) {
      if (attempt.login().view().step() == Login.Phase.STARTING) {
        after = asked(attempt, ended);
      }
    } catch (ProblemException | LeaseLost e) {
      LOG.info("the code of login {} is somebody else's to ask for: {}", id, e.getMessage());
    }
    after.ifPresent(arrivals::started);
  }

  private Optional<PendingLogin> asked(LoginAttempt attempt, Consumer<AskFailed> ended) {
    PendingLogin login = attempt.login();
    if (login.stored() != null) {
      return failed(attempt, AskFailed.unknown(), ended);
    }
    try {
      return Optional.of(
          flow.proceed(
              attempt,
              LogKind.LOGIN_CODE_SENT,
              attempt.client().login().sendCode(login.requirePhone())));
    } catch (MtprotoException e) {
      return failed(attempt, reason(login, e), ended);
    } catch (ProblemException e) {
      return failed(attempt, AskFailed.refused(e), ended);
    }
  }

  private AskFailed reason(PendingLogin login, MtprotoException thrown) {
    boolean answered = thrown instanceof RpcException || thrown instanceof LoginRefused;
    boolean unsent = thrown instanceof ConnectionLost lost && lost.state() == CallState.NOT_SENT;
    boolean keyless = logins.get(login.id()).stored() == null;
    if (answered || unsent || keyless) {
      return AskFailed.of(Failures.of(thrown), clock.instant());
    }
    return AskFailed.unknown();
  }

  private Optional<PendingLogin> failed(
      LoginAttempt attempt, AskFailed why, Consumer<AskFailed> ended) {
    PendingLogin login = attempt.login();
    attempt
        .claim()
        .write(() -> {
          record.failed(login, LogKind.LOGIN_CODE_SENT, why.failure());
          logins.end(login.id(), Login.Phase.CANCELLED, null);
          ended.accept(why);
        });
    return Optional.empty();
  }

  /// Gives one up, at Telegram too. Waits for Telegram.
  ///
  /// @return false when that is not possible just now
  public boolean end(UUID id) {
    try {
      if (!logins.get(id).view().step().isOver()) {
        flow.end(id, Login.Phase.CANCELLED);
      }
      return true;
    } catch (MtprotoException | ProblemException | LeaseLost e) {
      LOG.info("login {} of a list that was given up: later, {}", id, e.getMessage());
      return false;
    }
  }
}
