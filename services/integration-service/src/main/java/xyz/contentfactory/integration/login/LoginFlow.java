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
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.LoginStep;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramUser;
import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// Logs a number in, step by step. Every step is one request of the person: it opens the connection
/// with the login's auth key, asks Telegram, and writes the outcome down before it answers.
public final class LoginFlow {
  /// Each makes Telegram send a code to somebody's phone.
  private static final int OPEN_LOGINS = 5;

  private final Logins logins;
  private final LoginRecord record;
  private final Accounts accounts;
  private final PhoneHashes hashes;
  private final Claims claims;
  private final TelegramGate gate;
  private final AccountStart starting;
  private final InstantSource clock;

  public LoginFlow(
      Logins logins,
      LoginRecord record,
      Accounts accounts,
      PhoneHashes hashes,
      Claims claims,
      TelegramGate gate,
      AccountStart starting,
      InstantSource clock) {
    this.logins = logins;
    this.record = record;
    this.accounts = accounts;
    this.hashes = hashes;
    this.claims = claims;
    this.gate = gate;
    this.starting = starting;
    this.clock = clock;
  }

  /// Asks for a code; or goes on with the login of this number that is open already, so that a page
  /// loaded anew does not make Telegram send another code.
  Login start(UUID member, PhoneNumber phone) {
    String hash = hashes.of(phone);
    if (accounts.isConnected(member, hash)) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_ALREADY_CONNECTED);
    }
    Optional<PendingLogin> open =
        logins.open(member).stream().filter(login -> login.phoneHash().equals(hash)).findFirst();
    return open.isPresent() ? open.get().view() : sendCode(create(member, phone, hash));
  }

  private UUID create(UUID member, PhoneNumber phone, String hash) {
    if (logins.countOpen(member) >= OPEN_LOGINS) {
      throw Problem.of(
              CommonProblem.TOO_MANY_REQUESTS,
              OPEN_LOGINS + " logins are under way; finish or cancel one of them first.")
          .retryAfter(Duration.ofMinutes(1))
          .asException();
    }
    return logins.create(member, phone, hash);
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
    return started(after);
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
    return started(after);
  }

  /// The account's owner may connect only now, when the login's own connection is closed.
  private Login started(PendingLogin login) {
    UUID account = login.view().accountId();
    if (account != null) {
      starting.start(account);
    }
    return login.view();
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

  private PendingLogin proceed(LoginAttempt attempt, LogKind kind, LoginStep answer) {
    PendingLogin login = attempt.login();
    return switch (answer) {
      case LoginStep.CodeSent code -> record.codeSent(attempt.claim(), login, kind, code);
      case LoginStep.PasswordNeeded needed ->
          record.passwordNeeded(attempt.claim(), login, needed.hint());
      case LoginStep.SignedIn in -> signedIn(attempt, kind, in.user());
    };
  }

  private PendingLogin signedIn(LoginAttempt attempt, LogKind kind, TelegramUser user) {
    PendingLogin login = attempt.login();
    TelegramClient client = attempt.client();
    SignedInPerson person =
        new SignedInPerson(
            login.memberId(),
            login.view().phoneMasked(),
            login.phoneHash(),
            user,
            client.storedLogin());
    return record
        .signedIn(attempt.claim(), login, kind, person)
        .orElseThrow(() -> {
          client.logOut();
          record.ended(attempt.claim(), login, Login.Phase.CANCELLED);
          return ProblemException.of(TelegramProblem.ACCOUNT_ALREADY_CONNECTED);
        });
  }

  Login cancel(UUID member, UUID id) {
    PendingLogin login = find(member, id);
    if (!login.view().step().isOpen()) {
      throw ProblemException.of(TelegramProblem.LOGIN_STEP_EXPIRED);
    }
    try {
      return end(id, Login.Phase.CANCELLED).view();
    } catch (MtprotoException e) {
      throw Failures.of(e).asProblem();
    }
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
