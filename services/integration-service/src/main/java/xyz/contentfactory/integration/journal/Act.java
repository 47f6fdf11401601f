package xyz.contentfactory.integration.journal;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act to be written down. `detail` is a short sentence without codes, passwords, keys or full
/// phone numbers.
public record Act(
    UUID memberId,
    @Nullable UUID accountId,
    LogKind kind,
    LogResult result,
    @Nullable String code,
    @Nullable String telegramType,
    @Nullable String detail,
    @Nullable String peerTitle,
    @Nullable Duration took) {

  public static Act ok(UUID memberId, @Nullable UUID accountId, LogKind kind) {
    return new Act(memberId, accountId, kind, LogResult.OK, null, null, null, null, null);
  }

  public Act failing(LogResult how, String code, @Nullable String telegramType) {
    return new Act(memberId, accountId, kind, how, code, telegramType, detail, peerTitle, took);
  }

  public Act withDetail(@Nullable String sentence) {
    return new Act(
        memberId, accountId, kind, result, code, telegramType, sentence, peerTitle, took);
  }

  public Act withPeer(@Nullable String title) {
    return new Act(memberId, accountId, kind, result, code, telegramType, detail, title, took);
  }

  public Act took(Duration duration) {
    return new Act(
        memberId, accountId, kind, result, code, telegramType, detail, peerTitle, duration);
  }
}
