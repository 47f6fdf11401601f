package xyz.contentfactory.integration.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemCode;
import xyz.contentfactory.kit.problem.ProblemException;

/// What went wrong with Telegram, in our words.
///
/// @param detail what it means and what to do, for a person
/// @param telegramType Telegram's own name of the error, when it gave one
/// @param delay not before this time has passed
public record Failure(
    ProblemCode code, String detail, @Nullable String telegramType, @Nullable Duration delay) {

  /// Somebody said no, and would say it again; otherwise it may be tried later.
  public boolean isRefusal() {
    return code.status().is4xxClientError();
  }

  /// The same, for a post of which an earlier attempt had no outcome.
  public Failure unsure() {
    String warning =
        detail + " An earlier attempt may stand in the channel; look before posting again.";
    return new Failure(code, warning, telegramType, delay);
  }

  public ProblemException asProblem() {
    Problem problem = Problem.of(code, detail);
    if (telegramType != null) {
      problem = problem.with("telegramType", telegramType);
    }
    return (delay == null ? problem : problem.retryAfter(delay)).asException();
  }
}
