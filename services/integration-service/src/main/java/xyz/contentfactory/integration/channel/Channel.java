package xyz.contentfactory.integration.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A channel or group as one account sees it, for the API.
///
/// @param telegramId as text: it does not fit the numbers of JavaScript
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Channel(
    UUID id,
    UUID accountId,
    String telegramId,
    String title,
    @Nullable String username,
    Kind kind,
    @Nullable Integer members,
    Rights rights,
    boolean owner,
    boolean canPost,
    Instant checkedAt) {

  /// A channel has subscribers, in a group everybody may talk.
  public enum Kind {
    CHANNEL,
    GROUP
  }

  /// What the account may do there, as of `checkedAt`.
  public record Rights(boolean post, boolean edit, boolean delete, boolean pin, boolean invite) {}
}
