package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import xyz.contentfactory.integration.delivery.Retry;
import xyz.contentfactory.telegram.client.RpcError;

/// When something without an outcome is tried again: 1, 2, 4 … seconds, at most 5 minutes apart; an
/// answer that got lost is asked for at least twice a minute, for it costs Telegram nothing.
final class RetryRule {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LONGEST_FOR_AN_ANSWER = Duration.ofSeconds(30);

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
    return doubled(attempts, LONGEST);
  }

  static Duration pauseAfter(int attempts, Retry why) {
    return doubled(attempts, why == Retry.UNKNOWN ? LONGEST_FOR_AN_ANSWER : LONGEST);
  }

  private static Duration doubled(int attempts, Duration longest) {
    Duration pause = Duration.ofSeconds(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }

  static boolean isHopeless(int faults) {
    return faults >= FAULT_ATTEMPTS;
  }
}
