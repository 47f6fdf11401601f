package xyz.contentfactory.integration.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.DeliveredVia;

/// A login as the API shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Login(
    UUID id,
    @Schema(allowableValues = {"CODE_SENT", "PASSWORD_NEEDED", "SIGNED_IN", "CANCELLED", "EXPIRED"})
        Phase step,
    String phoneMasked,
    @Nullable CodeDelivery codeDelivery,
    @Nullable String passwordHint,
    @Nullable UUID accountId,
    Instant expiresAt,
    Instant createdAt) {

  /// Where a login stands. STARTING is never shown: the answer to the person comes after it.
  enum Phase {
    STARTING,
    CODE_SENT,
    PASSWORD_NEEDED,
    SIGNED_IN,
    CANCELLED,
    EXPIRED;

    boolean isOpen() {
      return this == CODE_SENT || this == PASSWORD_NEEDED;
    }
  }

  /// Where the code went, and how it could go next.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CodeDelivery(
      DeliveredVia via,
      @Nullable Integer length,
      @Nullable DeliveredVia nextVia,
      @Nullable Instant resendAt) {}

  @Override
  public String toString() {
    return "Login[" + id + ", " + step + "]";
  }
}
