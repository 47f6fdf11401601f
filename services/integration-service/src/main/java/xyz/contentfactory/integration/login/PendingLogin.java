package xyz.contentfactory.integration.login;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// A login with all that is needed to go on with it. The secrets are null once it is over.
record PendingLogin(
    UUID memberId,
    Login view,
    @Nullable String phoneHash,
    @Nullable PhoneNumber phone,
    @Nullable StoredLogin stored,
    @Nullable String codeHash,
    @Nullable TestedProxy proxy) {

  UUID id() {
    return view.id();
  }

  /// @throws ProblemException `login-step-expired` when it is elsewhere, over or left alone for too
  ///   long
  void requirePhase(Login.Phase phase, Instant now) {
    if (view.step() != phase || !now.isBefore(view.expiresAt())) {
      throw stepExpired();
    }
  }

  PhoneNumber requirePhone() {
    if (phone == null) {
      throw stepExpired();
    }
    return phone;
  }

  String requireCodeHash() {
    if (codeHash == null) {
      throw stepExpired();
    }
    return codeHash;
  }

  /// What every connection of this login goes through; null for the straight way.
  @Nullable Proxy way() {
    return proxy == null ? null : proxy.proxy();
  }

  boolean isSignedInAlready() {
    return stored != null && stored.signedIn();
  }

  private static ProblemException stepExpired() {
    return ProblemException.of(TelegramProblem.LOGIN_STEP_EXPIRED);
  }

  @Override
  public String toString() {
    return "PendingLogin[" + view.id() + ", " + view.step() + "]";
  }
}
