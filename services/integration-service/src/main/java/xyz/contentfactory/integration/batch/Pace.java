package xyz.contentfactory.integration.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// When the next code may be asked for: evenly spaced, and not while Telegram holds back the whole
/// installation. One number's flood wait is that number's; when the newest numbers that were
/// answered, three different ones, were all told to wait, it is not the numbers.
record Pace(int startsPerMinute) {
  static final int HELD_IN_A_ROW = 3;

  /// What came of the newest starts that have an outcome, the newest first.
  ///
  /// @param heldUntil null when Telegram did not ask to wait
  record Answer(UUID row, @Nullable Instant heldUntil) {}

  /// Between two starts.
  Duration gap() {
    return Duration.ofMinutes(1).dividedBy(startsPerMinute);
  }

  /// The earliest moment of the next start.
  ///
  /// @param newest null when nothing was ever begun
  Instant next(@Nullable Instant newest, @Nullable Instant held) {
    Instant spaced = newest == null ? Instant.EPOCH : newest.plus(gap());
    return held == null || held.isBefore(spaced) ? spaced : held;
  }

  /// Until when nobody is to be asked for anything; null when nothing says so.
  ///
  /// @param newest the newest answers first
  static @Nullable Instant heldUntil(List<Answer> newest) {
    List<Answer> last = newest.stream().limit(HELD_IN_A_ROW).toList();
    long numbers = last.stream().map(Answer::row).distinct().count();
    boolean held = last.stream().allMatch(answer -> answer.heldUntil() != null);
    return held && numbers == HELD_IN_A_ROW ? last.getFirst().heldUntil() : null;
  }
}
