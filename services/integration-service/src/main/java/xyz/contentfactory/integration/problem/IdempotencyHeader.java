package xyz.contentfactory.integration.problem;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.ProblemException;

/// The header `Idempotency-Key`: the client's own name of its wish.
public final class IdempotencyHeader {
  private IdempotencyHeader() {}

  /// The name as it was sent.
  ///
  /// @throws ProblemException `idempotency-key-missing` for none, or one that is no name
  public static String required(@Nullable String header) {
    if (header == null || !header.matches("[!-~]{1,128}")) {
      throw ProblemException.of(TelegramProblem.IDEMPOTENCY_KEY_MISSING);
    }
    return header;
  }
}
