package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import xyz.contentfactory.telegram.client.RpcError;

/// When a delivery without an outcome is tried again: 1, 2, 4 … seconds, at most 5 minutes apart.
final class RetryRule {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /// A fault that Telegram reports itself is tried this often; after that it counts as a refusal.
  /// (An unknown outcome is asked for until it is known.)
  private static final int FAULT_ATTEMPTS = 10;

  private RetryRule() {}

  /// Telegram does not say how long it limits an account that wrote too much; asking often makes it
  /// longer.
  static final Duration RESTRICTION = Duration.ofHours(1);

  static boolean isRestriction(RpcError error) {
    return error.type().equals("PEER_FLOOD");
  }

  static Duration pauseAfter(int attempts) {
    Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  static boolean isHopeless(int faults) {
    return faults >= FAULT_ATTEMPTS;
  }
}
