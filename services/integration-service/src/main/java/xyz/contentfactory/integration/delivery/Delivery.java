package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One post to one channel as the API shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Delivery(
    UUID id,
    @JsonIgnore long seq,
    UUID accountId,
    UUID channelId,
    String channelTitle,
    String text,
    List<Formatting> entities,
    DeliveryState state,
    Instant plannedAt,
    @Nullable Instant sentAt,
    @Nullable Integer messageNumber,
    @Nullable String link,
    @Nullable Refusal refusal,
    @Nullable Instant retryAt,
    int attempts,
    Instant createdAt) {

  /// Why it will not be sent.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Refusal(String code, String detail, @Nullable String telegramType) {}

  @Override
  public String toString() {
    return "Delivery[" + id + ", " + state + "]";
  }
}
