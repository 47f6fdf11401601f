package xyz.contentfactory.integration.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list of numbers as the API shows it.
///
/// @param unfinished rows that wait, or whose login is open
/// @param heldUntil Telegram holds back the whole installation, so nobody is asked for a code
/// @param rows absent in the list of lists
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Batch(
    UUID id,
    Instant createdAt,
    int total,
    int unfinished,
    int connected,
    int refused,
    Speed speed,
    @Nullable Instant heldUntil,
    @Nullable List<BatchRow> rows) {

  /// How fast codes are asked for.
  ///
  /// @param startsPerMinute by this installation
  /// @param open codes that wait at once for one member
  public record Speed(int startsPerMinute, int startsPerHour, int open) {}
}
