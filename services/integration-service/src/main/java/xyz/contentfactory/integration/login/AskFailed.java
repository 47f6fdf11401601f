package xyz.contentfactory.integration.login;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Why no code is on its way.
///
/// @param remedy what can be done about it
/// @param notBefore LATER only
public record AskFailed(Failure failure, Remedy remedy, @Nullable Instant notBefore) {
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);

  /// What can be done.
  public enum Remedy {
    /// Telegram has named a time for this number.
    WAIT,
    /// Surely no code was asked for, or Telegram has a fault: the same again, a little later.
    LATER,
    /// It concerns the installation's registration, hence every number.
    STOP_ALL,
    /// Only a person can do something.
    PERSON
  }

  static AskFailed of(Failure failure, Instant now) {
    if (failure.delay() != null && failure.code() == TelegramProblem.FLOOD_WAIT) {
      return new AskFailed(failure, Remedy.WAIT, now.plus(failure.delay()));
    }
    if (isOfTheApp(failure.telegramType())) {
      return new AskFailed(failure, Remedy.STOP_ALL, null);
    }
    return failure.isRefusal()
        ? new AskFailed(failure, Remedy.PERSON, null)
        : new AskFailed(failure, Remedy.LATER, now.plus(AFTER_A_FAULT));
  }

  private static boolean isOfTheApp(@Nullable String telegramType) {
    return telegramType != null && telegramType.startsWith("API_");
  }

  static AskFailed refused(ProblemException thrown) {
    var problem = thrown.problem();
    Failure failure = new Failure(problem.code(), problem.detail(), null, null);
    return new AskFailed(failure, Remedy.PERSON, null);
  }

  /// It may have been asked for; asking again might send a second one.
  static AskFailed unknown() {
    String detail =
        "It was interrupted, and it is not known whether Telegram has sent a code."
            + " Try the number again.";
    Failure failure = new Failure(TelegramProblem.LOGIN_INTERRUPTED, detail, null, null);
    return new AskFailed(failure, Remedy.PERSON, null);
  }
}
