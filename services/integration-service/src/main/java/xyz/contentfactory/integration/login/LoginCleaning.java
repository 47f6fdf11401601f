package xyz.contentfactory.integration.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// Ends logins that were left alone, at Telegram too, and forgets ended ones. One process at a time
/// does it.
public final class LoginCleaning {
  private static final Logger LOG = LoggerFactory.getLogger(LoginCleaning.class);
  private static final int LOGINS_A_ROUND = 20;
  private static final Duration MEMORY = Duration.ofDays(7);

  private final Logins logins;
  private final LoginFlow flow;
  private final Claims claims;
  private final InstantSource clock;

  public LoginCleaning(Logins logins, LoginFlow flow, Claims claims, InstantSource clock) {
    this.logins = logins;
    this.flow = flow;
    this.claims = claims;
    this.clock = clock;
  }

  public void run() {
    Optional<Claim> claim = claims.take("login-cleaning", () -> {});
    if (claim.isPresent()) {
      try (Claim held = claim.get()) {
        held.write(() -> logins.forget(clock.instant().minus(MEMORY)));
        logins.expired(LOGINS_A_ROUND).forEach(this::expire);
      }
    }
  }

  /// What cannot be ended at Telegram now is tried in the next round.
  private void expire(UUID id) {
    try {
      flow.end(id, Login.Phase.EXPIRED);
    } catch (MtprotoException | ProblemException e) {
      LOG.info("the expired login {} could not be ended yet: {}", id, e.getMessage());
    }
  }
}
