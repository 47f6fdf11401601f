package xyz.contentfactory.integration.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.AccountState;

/// What the dashboard shows of Telegram.
///
/// @param from the beginning of the first hour
/// @param to the end of the last hour, which is still running; exclusive
/// @param accounts only states that some account is in
/// @param waiting posts that are planned or being sent
/// @param hours 24, oldest first
public record Overview(
    Instant from,
    Instant to,
    List<StateCount> accounts,
    int waiting,
    Punctuality punctuality,
    List<Hour> hours) {
  public record StateCount(AccountState state, int count) {}

  /// How the posts of the day kept to their time.
  ///
  /// @param sent how many were measured
  /// @param p50Millis half of them were no later than this; null without any
  /// @param p99Millis 99 of 100 were no later than this
  /// @param overdue still not sent a minute after their time, just now
  /// @param lost Telegram took them, and they were not to be seen in the channel
  /// @param doubled another one with the same text stood beside them
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Punctuality(
      int sent,
      @Nullable Long p50Millis,
      @Nullable Long p99Millis,
      int overdue,
      int lost,
      int doubled) {}

  /// One hour of the day.
  ///
  /// @param at when it begins
  /// @param errors lines of the journal that are not OK, of every kind
  public record Hour(Instant at, int sent, int refused, int errors) {}
}
