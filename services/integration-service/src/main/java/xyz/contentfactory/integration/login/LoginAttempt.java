package xyz.contentfactory.integration.login;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.telegram.client.TelegramClient;

/// The time in which one step of a login is made: its claim, its fresh state, and a connection with
/// its auth key.
///
/// Nothing lives in memory between two steps, so a restart in between changes nothing.
final class LoginAttempt implements AutoCloseable {
  private final PendingLogin login;
  private final Claim claim;
  private final TelegramClient client;

  private LoginAttempt(PendingLogin login, Claim claim, TelegramClient client) {
    this.login = login;
    this.claim = claim;
    this.client = client;
  }

  static LoginAttempt begin(UUID id, Logins logins, Claims claims, TelegramGate gate) {
    AtomicReference<@Nullable TelegramClient> opened = new AtomicReference<>();
    Claim claim =
        claims
            .take("login/" + id, () -> close(opened.get()))
            .orElseThrow(() ->
                Problem.of(
                        CommonProblem.TEMPORARILY_UNAVAILABLE,
                        "Another step of this login is under way.")
                    .retryAfter(Duration.ofSeconds(2))
                    .asException());
    try {
      PendingLogin login = logins.get(id);
      TelegramClient client =
          gate.open(
              login.stored(),
              changed -> claim.write(() -> logins.saveLogin(id, changed)),
              login.way());
      opened.set(client);
      if (claim.isOver()) {
        // lost before there was anything to close
        client.close();
      }
      return new LoginAttempt(login, claim, client);
    } catch (RuntimeException e) {
      claim.close();
      throw e;
    }
  }

  private static void close(@Nullable TelegramClient client) {
    if (client != null) {
      client.close();
    }
  }

  PendingLogin login() {
    return login;
  }

  Claim claim() {
    return claim;
  }

  TelegramClient client() {
    return client;
  }

  /// The connection first: the claim may only be given back when the key is no longer in use.
  @Override
  public void close() {
    try {
      client.close();
    } finally {
      claim.close();
    }
  }
}
