package xyz.contentfactory.integration.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in a group a post may stand and as whom it may be sent, as Telegram said last.
///
/// @param topics of a forum, those used last first; else none
/// @param sendAs the channels that the account may write as, besides as itself
/// @param checkedAt when this account asked; null when it never did, and for bots, who cannot
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostingChoices(
    List<GroupTopic> topics, List<SendAsChoice> sendAs, @Nullable Instant checkedAt) {

  /// A topic.
  ///
  /// @param number 1 is the general one
  /// @param closed only administrators who manage topics may write there
  public record GroupTopic(int number, String title, boolean closed) {}

  /// A channel that the account may write as.
  ///
  /// @param telegramId as text: it does not fit the numbers of JavaScript
  /// @param premiumNeeded Telegram wants Telegram Premium for it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SendAsChoice(
      String telegramId, String name, @Nullable String username, boolean premiumNeeded) {}
}
