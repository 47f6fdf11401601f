package xyz.contentfactory.integration.journal;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act to be written down. `detail` is a short sentence without codes, passwords, keys or full
/// phone numbers.
///
/// @param attempt which attempt of a delivery it was, counted from 1
/// @param trace the delivery or login whose acts belong together; null for an act that stands alone
public record Act(
    UUID memberId,
    @Nullable UUID accountId,
    LogKind kind,
    LogResult result,
    @Nullable String code,
    @Nullable String telegramType,
    @Nullable String detail,
    @Nullable String peerTitle,
    @Nullable Duration took,
    @Nullable Integer attempt,
    @Nullable UUID trace) {

  public static Act ok(UUID memberId, @Nullable UUID accountId, LogKind kind) {
    return new Act(
        memberId, accountId, kind, LogResult.OK, null, null, null, null, null, null, null);
  }

  public Act failing(LogResult how, String code, @Nullable String telegramType) {
    return new Act(
        memberId,
        accountId,
        kind,
        how,
        code,
        telegramType,
        detail,
        peerTitle,
        took,
        attempt,
        trace);
  }

  public Act withDetail(@Nullable String sentence) {
    return with(sentence, peerTitle, took, attempt, trace);
  }

  public Act withPeer(@Nullable String title) {
    return with(detail, title, took, attempt, trace);
  }

  public Act took(Duration duration) {
    return with(detail, peerTitle, duration, attempt, trace);
  }

  public Act withAttempt(int number) {
    return with(detail, peerTitle, took, number, trace);
  }

  public Act partOf(UUID whole) {
    return with(detail, peerTitle, took, attempt, whole);
  }

  private Act with(
      @Nullable String newDetail,
      @Nullable String newPeer,
      @Nullable Duration newTook,
      @Nullable Integer newAttempt,
      @Nullable UUID newTrace) {
    return new Act(
        memberId,
        accountId,
        kind,
        result,
        code,
        telegramType,
        newDetail,
        newPeer,
        newTook,
        newAttempt,
        newTrace);
  }
}
