package xyz.contentfactory.integration.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What went wrong with Telegram in a time, by kind of error and by account.
///
/// @param from where the first bucket begins
/// @param to where the last one ends
/// @param buckets where each begins
/// @param counts of each bucket, everything together
/// @param types the most frequent first
/// @param accounts those with the most errors first
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorCounts(
    Instant from,
    Instant to,
    Span.Bucket bucket,
    List<Instant> buckets,
    List<Integer> counts,
    List<OfType> types,
    List<OfAccount> accounts) {

  /// One kind of error.
  ///
  /// @param telegramType Telegram's name with X for a number; absent when the error is not
  ///   Telegram's
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfType(
      @Nullable String code, @Nullable String telegramType, int total, List<Integer> counts) {}

  /// Whatever went wrong with one account.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfAccount(UUID accountId, @Nullable String accountName, int total, List<Integer> counts) {}
}
