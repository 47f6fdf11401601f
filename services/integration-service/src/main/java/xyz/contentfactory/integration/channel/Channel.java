package xyz.contentfactory.integration.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A channel or group as one account sees it, for the API.
///
/// @param telegramId as text: it does not fit the numbers of JavaScript
/// @param canPost the account sees it and has the right
/// @param forum a group whose messages stand in topics
/// @param lost why the account does not see it any more; such a channel is only told of while posts
///   are planned in it
/// @param waiting how many posts are planned in it or being sent
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
    boolean forum,
    @Nullable Loss lost,
    int waiting,
    Instant checkedAt) {

  /// How a channel was lost.
  public enum Loss {
    /// The account has left it.
    LEFT,
    /// The account was removed from it, or it was deleted: Telegram does not say which.
    CLOSED,
    /// It was not among what the account sees when that was read.
    UNSEEN
  }

  /// A channel has subscribers, in a group everybody may talk.
  public enum Kind {
    CHANNEL,
    GROUP
  }

  /// What the account may do there, as of `checkedAt`.
  public record Rights(boolean post, boolean edit, boolean delete, boolean pin, boolean invite) {}
}
