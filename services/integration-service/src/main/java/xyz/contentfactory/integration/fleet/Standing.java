package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.account.HeldAccount;
import xyz.contentfactory.integration.account.StateChange;
import xyz.contentfactory.integration.flood.Pause;
import xyz.contentfactory.integration.notice.NoticeKind;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemCode;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// How an account stands with Telegram: connected, paused, or logged out; each change is written
/// down once. Belongs to the actor's thread.
final class Standing {
  private final AccountRecord record;
  private final InstantSource clock;
  private AccountState shown;
  private @Nullable ProblemCode shownProxy;
  private @Nullable Instant pausedUntil;

  Standing(HeldAccount account, AccountRecord record, InstantSource clock) {
    this.record = record;
    this.clock = clock;
    this.shown = account.state();
    boolean paused = shown == AccountState.FLOOD_WAIT || shown == AccountState.RESTRICTED;
    this.pausedUntil = paused ? account.stateUntil() : null;
  }

  /// Until when Telegram wants to hear nothing; null when it has no objection.
  @Nullable Instant pausedUntil() {
    return pausedUntil;
  }

  /// Why a person who asks is refused at once: a pause, or a proxy that leads nowhere; null when
  /// nothing is in the way.
  @Nullable ProblemException hindrance() {
    if (pausedUntil == null) {
      return shownProxy == null ? null : ProblemException.of(shownProxy);
    }
    Duration left = Duration.between(clock.instant(), pausedUntil);
    return Problem.of(TelegramProblem.FLOOD_WAIT).retryAfter(left).asException();
  }

  /// A pause outlives connections and processes; everything else follows the connection.
  ///
  /// @param proxy what is wrong with the proxy, when it is the proxy's fault that nothing is
  ///   connected
  void show(boolean connected, ProxyFailed.@Nullable Reason proxy) {
    if (pausedUntil != null && clock.instant().isBefore(pausedUntil)) {
      return;
    }
    pausedUntil = null;
    if (!connected && proxy != null) {
      showProxy(Failures.ofProxy(proxy));
      return;
    }
    shownProxy = null;
    AccountState now = connected ? AccountState.CONNECTED : AccountState.CONNECTING;
    if (now != shown) {
      shown = now;
      record.state(StateChange.to(now));
    }
  }

  private void showProxy(Failure why) {
    if (!why.code().equals(shownProxy)) {
      shown = AccountState.PROXY_FAILED;
      shownProxy = why.code();
      record.state(new StateChange(shown, null, why.code().code()), why);
    }
  }

  /// What a failed call means for the account as a whole.
  ///
  /// @return true when the login is over
  boolean failed(RuntimeException thrown) {
    return thrown instanceof RpcException rpc && answered(rpc.method(), rpc.error());
  }

  private boolean answered(String method, RpcError error) {
    return switch (error) {
      case RpcError.FloodWait wait -> {
        pause(AccountState.FLOOD_WAIT, method, wait.delay(), wait);
        yield false;
      }
      case RpcError.LoggedOut out -> over(out);
      case RpcError.KeyDuplicated duplicated -> over(duplicated);
      case RpcError.SlowMode ignored -> false;
      case RpcError.Refused refused -> {
        if (RetryRule.isRestriction(refused)) {
          pause(AccountState.RESTRICTED, method, RetryRule.RESTRICTION, refused);
        }
        yield false;
      }
      case RpcError.ServerFault ignored -> false;
      case RpcError.Migrate ignored -> false;
      case RpcError.PasswordNeeded ignored -> false;
    };
  }

  private void pause(AccountState state, String method, Duration delay, RpcError why) {
    Instant until = clock.instant().plus(delay);
    Pause pause = new Pause(method, why.type(), until);
    if (pausedUntil != null && until.isBefore(pausedUntil)) {
      // two calls were open, and the other one has to wait longer
      record.pauseWithin(Failures.of(why), pause);
      return;
    }
    pausedUntil = until;
    shown = state;
    record.pause(new StateChange(shown, until, why.type()), Failures.of(why), pause);
  }

  /// Never retried: a person has to log in again.
  boolean over(RpcError error) {
    boolean gone = error instanceof RpcError.LoggedOut out && out.accountGone();
    shown = gone ? AccountState.BANNED : AccountState.NEEDS_LOGIN;
    record.over(
        new StateChange(shown, null, error.type()),
        Failures.of(error),
        gone ? NoticeKind.ACCOUNT_GONE : NoticeKind.LOGIN_OVER);
    return true;
  }
}
