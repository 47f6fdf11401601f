package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One post to one channel as the API shows it.
///
/// @param timeZone on whose clock it was planned, when that was said
/// @param retryAt when the next attempt is made, while Telegram wants to wait
/// @param patienceSeconds how late it may be before the person is told
/// @param delayed it is, or was, later than that
/// @param lateMillis from the planned time until Telegram's answer
/// @param change what is being done to the post in the channel, or was refused last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
    UUID id,
    @JsonIgnore long seq,
    UUID accountId,
    UUID channelId,
    String channelTitle,
    String text,
    List<Formatting> entities,
    PostOptions options,
    Enclosures enclosures,
    DeliveryState state,
    Instant plannedAt,
    @Nullable String timeZone,
    int patienceSeconds,
    boolean delayed,
    @Nullable Instant sentAt,
    @Nullable Long lateMillis,
    @Nullable Integer messageNumber,
    @Nullable String link,
    @Nullable Refusal refusal,
    @Nullable Instant retryAt,
    int attempts,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    boolean pinned,
    @Nullable Change change,
    Instant createdAt) {

  /// Why it will not be sent, or not be changed.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Refusal(String code, String detail, @Nullable String telegramType) {}

  /// Under way, or refused.
  ///
  /// @param text of an edit
  /// @param retryAt when it is tried next
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      ChangeKind kind,
      @Nullable String text,
      @Nullable Instant retryAt,
      @Nullable Refusal refusal) {}

  /// The channel, in a forum with the topic, and the channel it is sent as: for the journal.
  public String where() {
    PostTopic topic = options.topic();
    PostAuthor author = options.sendAs();
    return channelTitle
        + (topic == null ? "" : " › " + topic.title())
        + (author == null ? "" : " (" + author.name() + ")");
  }

  /// It stands in the channel, as far as we know.
  boolean isLive() {
    return state == DeliveryState.SENT && deletedAt == null;
  }

  @Override
  public String toString() {
    return "Delivery[" + id + ", " + state + "]";
  }
}
