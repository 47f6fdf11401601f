package xyz.contentfactory.integration.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.LoginRefused;
import xyz.contentfactory.telegram.client.LoginStep;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// Logs a number in, step by step. Every step is one request of the person: it opens the connection
/// with the login's auth key, asks Telegram, and writes the outcome down before it answers.
public final class LoginFlow {
  private static final Duration STARTING_TAKES = Duration.ofSeconds(5);

  private final Logins logins;
  private final LoginRecord record;
  private final Accounts accounts;
  private final PhoneHashes hashes;
  private final Claims claims;
  private final TelegramGate gate;
  private final Arrivals arrivals;
  private final QrFlow qr;
  private final LoginProxies proxies;
  private final InstantSource clock;

  public LoginFlow(
      LoginParts parts, QrFlow qr, Claims claims, TelegramGate gate, InstantSource clock) {
    this.logins = parts.logins();
    this.record = parts.record();
    this.accounts = parts.accounts();
    this.hashes = parts.hashes();
    this.arrivals = parts.arrivals();
    this.proxies = parts.proxies();
    this.qr = qr;
    this.claims = claims;
    this.gate = gate;
    this.clock = clock;
  }

  /// Asks for a code; or goes on with the login of this number that is open already, so that a page
  /// loaded anew does not make Telegram send another code. One that goes another way than is wanted
  /// now is ended first.
  ///
  /// @param proxy what the login, and the account after it, goes through; null when none is chosen
  Login start(UUID member, PhoneNumber phone, @Nullable Proxy proxy) {
    String hash = hashes.of(phone);
    if (accounts.isConnected(member, hash)) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_ALREADY_CONNECTED);
    }
    Optional<PendingLogin> open =
        logins.open(member).stream().filter(login -> hash.equals(login.phoneHash())).findFirst();
    if (open.isPresent() && LoginProxies.suits(open.get(), proxy)) {
      return open.get().view();
    }
    if (logins.isStarting(member, hash)) {
      throw Problem.of(
              CommonProblem.TEMPORARILY_UNAVAILABLE,
              "A code for this number is being asked for already.")
          .retryAfter(STARTING_TAKES)
          .asException();
    }
    Optional<TestedProxy> way = proxies.ofNumber(member, hash, proxy);
    open.ifPresent(login -> cancel(member, login.id()));
    logins.requireRoom(member);
    UUID id = logins.create(member, phone, hash, null);
    way.ifPresent(tested -> logins.saveProxy(id, tested));
    return sendCode(id);
  }

  /// Shows a QR code; or goes on with the one that is shown already.
  ///
  /// @param proxy as for a number; who will scan the code is not known yet
  Login startQr(UUID member, @Nullable Proxy proxy) {
    return logins.open(member).stream()
        .filter(login -> LoginProxies.suits(login, proxy))
        .map(PendingLogin::view)
        .filter(login -> login.step() == Login.Phase.QR_SHOWN)
        .findFirst()
        .orElseGet(() -> qr.start(member, proxies.chosen(proxy)));
  }

  /// A login whose QR code is to be seen now.
  ///
  /// @param id null for the newest
  Login shown(UUID member, @Nullable UUID id) {
    Login login =
        id == null
            ? qr.newest(member)
                .orElseThrow(() -> ProblemException.of(TelegramProblem.LOGIN_NOT_FOUND))
            : get(member, id);
    if (login.qr() == null) {
      throw ProblemException.of(TelegramProblem.LOGIN_STEP_EXPIRED);
    }
    return login;
  }

  private Login sendCode(UUID id) {
    LogKind kind = LogKind.LOGIN_CODE_SENT;
    PendingLogin after;
    try (LoginAttempt attempt = LoginAttempt.begin(id, logins, claims, gate)) {
      try {
        PhoneNumber phone = attempt.login().requirePhone();
        after = proceed(attempt, kind, attempt.client().login().sendCode(phone));
      } catch (MtprotoException e) {
        Failure failure = Failures.of(e);
        record.failed(attempt.login(), kind, failure);
        attempt.claim().write(() -> logins.end(id, Login.Phase.CANCELLED, null));
        throw failure.asProblem();
      }
    }
    return arrivals.started(after);
  }

  List<Login> open(UUID member) {
    return logins.open(member).stream().map(PendingLogin::view).toList();
  }

  Login get(UUID member, UUID id) {
    return find(member, id).view();
  }

  Login code(UUID member, UUID id, String code) {
    return step(
        find(member, id),
        Login.Phase.CODE_SENT,
        LogKind.SIGN_IN,
        attempt ->
            attempt
                .client()
                .login()
                .signIn(attempt.login().requirePhone(), attempt.login().requireCodeHash(), code));
  }

  /// @param password is cleared
  Login password(UUID member, UUID id, char[] password) {
    try {
      return step(
          find(member, id),
          Login.Phase.PASSWORD_NEEDED,
          LogKind.PASSWORD_CHECK,
          attempt -> attempt.client().login().checkPassword(password));
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  Login resend(UUID member, UUID id) {
    PendingLogin login = find(member, id);
    login.requirePhase(Login.Phase.CODE_SENT, clock.instant());
    requireResend(login.view().codeDelivery());
    return step(
        login,
        Login.Phase.CODE_SENT,
        LogKind.LOGIN_CODE_RESENT,
        attempt ->
            attempt
                .client()
                .login()
                .resendCode(attempt.login().requirePhone(), attempt.login().requireCodeHash()));
  }

  private void requireResend(Login.@Nullable CodeDelivery delivery) {
    Instant from = delivery == null ? null : delivery.resendAt();
    if (from == null) {
      throw ProblemException.of(TelegramProblem.RESEND_NOT_AVAILABLE);
    }
    Duration left = Duration.between(clock.instant(), from);
    if (left.isPositive()) {
      throw Problem.of(
              TelegramProblem.RESEND_NOT_AVAILABLE, "Telegram sends another code a little later.")
          .retryAfter(left)
          .asException();
    }
  }

  private Login step(
      PendingLogin login, Login.Phase phase, LogKind kind, Function<LoginAttempt, LoginStep> ask) {
    login.requirePhase(phase, clock.instant());
    PendingLogin after;
    try (LoginAttempt attempt = LoginAttempt.begin(login.id(), logins, claims, gate)) {
      attempt.login().requirePhase(phase, clock.instant());
      try {
        after = proceed(attempt, kind, answer(attempt, ask));
      } catch (MtprotoException e) {
        throw refused(attempt, kind, Failures.of(e));
      }
    }
    return arrivals.started(after);
  }

  /// A process killed right after Telegram had let us in finds the key signed in: no code is needed
  /// any more.
  private static LoginStep answer(LoginAttempt attempt, Function<LoginAttempt, LoginStep> ask) {
    return attempt.login().isSignedInAlready()
        ? new LoginStep.SignedIn(attempt.client().self())
        : ask.apply(attempt);
  }

  private ProblemException refused(LoginAttempt attempt, LogKind kind, Failure failure) {
    record.failed(attempt.login(), kind, failure);
    if (failure.code() == TelegramProblem.LOGIN_CODE_EXPIRED) {
      record.ended(attempt.claim(), attempt.login(), Login.Phase.EXPIRED);
    }
    return failure.asProblem();
  }

  PendingLogin proceed(LoginAttempt attempt, LogKind kind, LoginStep answer) {
    PendingLogin login = attempt.login();
    return switch (answer) {
      case LoginStep.CodeSent code -> record.codeSent(attempt.claim(), login, kind, code);
      case LoginStep.PasswordNeeded needed ->
          record.passwordNeeded(attempt.claim(), login, needed.hint());
      case LoginStep.SignedIn in -> arrivals.signedIn(attempt, kind, in.user());
      case LoginStep.QrShown ignored -> throw new IllegalStateException("no QR code was asked for");
    };
  }

  Login cancel(UUID member, UUID id) {
    PendingLogin login = find(member, id);
    if (!login.view().step().isOpen()) {
      throw ProblemException.of(TelegramProblem.LOGIN_STEP_EXPIRED);
    }
    if (login.view().step() == Login.Phase.QR_SHOWN) {
      return qr.cancel(id);
    }
    try {
      return end(id, Login.Phase.CANCELLED).view();
    } catch (MtprotoException e) {
      throw Failures.of(e).asProblem();
    }
  }

  /// Ends what a member has begun and not finished.
  public void cancelAllOf(UUID member) {
    open(member).forEach(login -> cancel(member, login.id()));
  }

  /// Ends a login at Telegram and here.
  ///
  /// @throws MtprotoException when Telegram could not be asked; nothing is changed then
  PendingLogin end(UUID id, Login.Phase phase) {
    try (LoginAttempt attempt = LoginAttempt.begin(id, logins, claims, gate)) {
      PendingLogin login = attempt.login();
      endAtTelegram(attempt.client(), login);
      return record.ended(attempt.claim(), login, phase);
    }
  }

  private static void endAtTelegram(TelegramClient client, PendingLogin login) {
    try {
      if (login.isSignedInAlready()) {
        client.logOut();
      } else if (login.phone() != null && login.codeHash() != null) {
        client.login().cancelCode(login.phone(), login.codeHash());
      }
    } catch (LoginRefused forgotten) {
      // as it does when somebody has asked for another code of this number
    } catch (RpcException e) {
      // Telegram has forgotten the attempt already, which is what we want; a pause or a fault is
      // not that
      if (!Failures.of(e).isRefusal() || Failures.of(e).delay() != null) {
        throw e;
      }
    }
  }

  private PendingLogin find(UUID member, UUID id) {
    return logins
        .find(member, id)
        .orElseThrow(() -> ProblemException.of(TelegramProblem.LOGIN_NOT_FOUND));
  }
}
