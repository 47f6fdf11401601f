package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a login stands. Together with the [StoredLogin] reported last, a step is all that is
/// needed to go on after a restart.
public sealed interface LoginStep {

  /// A code is on its way.
  ///
  /// @param phoneCodeHash names this attempt; goes back with every further step
  /// @param codeLength digits expected, when Telegram says
  /// @param nextVia how a resent code would travel; null when there is no other way
  /// @param resendAfter from when on a resend is possible; null when Telegram does not say
  record CodeSent(
      String phoneCodeHash,
      DeliveredVia via,
      @Nullable Integer codeLength,
      @Nullable DeliveredVia nextVia,
      @Nullable Duration resendAfter)
      implements LoginStep {
    @Override
    public String toString() {
      return "CodeSent[via=" + via + ", nextVia=" + nextVia + ", resendAfter=" + resendAfter + "]";
    }
  }

  /// A picture with [QrToken#link()] is to be shown; the owner scans it with a device that is
  /// logged in. Go on with [Login#nextQr].
  ///
  /// @param expiresAt when Telegram lets go of the token, in our own time; about 30 seconds away
  /// @param exceptUsers whoever may not be the one to scan it
  record QrShown(QrToken token, Instant expiresAt, List<Long> exceptUsers) implements LoginStep {
    public QrShown {
      exceptUsers = List.copyOf(exceptUsers);
    }
  }

  /// The account has a cloud password (2FA).
  ///
  /// @param hint the owner's own hint, when set
  record PasswordNeeded(@Nullable String hint) implements LoginStep {
    @Override
    public String toString() {
      return "PasswordNeeded[]";
    }
  }

  /// Done; the login has been reported to the listener already.
  record SignedIn(TelegramUser user) implements LoginStep {}
}
