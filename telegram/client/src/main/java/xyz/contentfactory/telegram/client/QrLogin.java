package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import xyz.contentfactory.telegram.client.LoginStep.QrShown;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.method.auth.ExportLoginToken;
import xyz.contentfactory.telegram.tl.method.auth.ImportLoginToken;
import xyz.contentfactory.telegram.tl.type.UpdateLoginToken;
import xyz.contentfactory.telegram.tl.type.UpdateShort;
import xyz.contentfactory.telegram.tl.type.auth.LoginToken;
import xyz.contentfactory.telegram.tl.type.auth.LoginTokenMigrateTo;
import xyz.contentfactory.telegram.tl.type.auth.LoginTokenSuccess;
import xyz.contentfactory.telegram.tl.type.auth.PlainLoginToken;

/// Logging in by a picture that a phone scans, see <https://core.telegram.org/api/qr-login>.
final class QrLogin {
  /// So much earlier than a token ends the next one is asked for, so that nobody scans a dead one.
  private static final Duration RENEW_EARLIER = Duration.ofSeconds(2);

  /// A token never counts as good for longer than this, whatever the clocks say.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Calls calls;
  private final SignIns signIns;
  private final LoginKeeper keeper;
  private final TelegramNetwork network;

  /// Rung when somebody may have accepted a token.
  private final Semaphore bell = new Semaphore(0);

  QrLogin(Calls calls, SignIns signIns, LoginKeeper keeper, TelegramNetwork network) {
    this.calls = calls;
    this.signIns = signIns;
    this.keeper = keeper;
    this.network = network;
  }

  LoginStep show(List<Long> exceptUsers) {
    calls.beginLogin();
    return export(exceptUsers);
  }

  /// The same question shows a token, renews it, and brings the login once a token is accepted.
  private LoginStep export(List<Long> exceptUsers) {
    bell.drainPermits();
    var app = network.app();
    var question = new ExportLoginToken(app.apiId(), app.apiHash().value(), exceptUsers);
    return signIns.unlessPasswordNeeded(() -> step(calls.call(question), exceptUsers));
  }

  private LoginStep step(LoginToken answer, List<Long> exceptUsers) {
    return switch (answer) {
      case PlainLoginToken shown ->
          new QrShown(new QrToken(shown.token().toByteArray()), end(shown.expires()), exceptUsers);
      case LoginTokenSuccess success -> signIns.signedIn(success.authorization());
      case LoginTokenMigrateTo move -> moved(move, exceptUsers);
    };
  }

  /// The person lives elsewhere: the accepted token is brought there.
  private LoginStep moved(LoginTokenMigrateTo move, List<Long> exceptUsers) {
    calls.moveHome(move.dcId());
    try {
      return step(calls.call(new ImportLoginToken(move.token())), exceptUsers);
    } catch (RpcException refused) {
      if (refused.error().type().equals("AUTH_TOKEN_EXPIRED")) {
        return export(exceptUsers);
      }
      throw refused;
    }
  }

  /// Waits until the token is accepted or nearly over, and asks again.
  LoginStep next(QrShown shown) {
    var left = Duration.between(network.clock().instant(), shown.expiresAt()).minus(RENEW_EARLIER);
    try {
      if (left.isPositive()) {
        var _ = bell.tryAcquire(left.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CallCancelled();
    }
    return export(shown.exceptUsers());
  }

  /// In our own time; the server says it in its own.
  private Instant end(int expiresSeconds) {
    var now = network.clock().instant();
    var key = keeper.login().key(keeper.login().homeDc());
    var offset = key == null ? Duration.ZERO : key.clockOffset();
    var end = Instant.ofEpochSecond(expiresSeconds).minus(offset);
    var latest = now.plus(LONGEST);
    return end.isAfter(latest) ? latest : end;
  }

  void heard(TlObject update) {
    if (update instanceof UpdateShort one && one.update() instanceof UpdateLoginToken) {
      ring();
    }
  }

  /// Also after a broken connection: the news may have come while there was none.
  void ring() {
    bell.release();
  }
}
