package xyz.contentfactory.integration.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.DeliveredVia;

/// A login as the API shows it.
///
/// @param batchId the list of numbers that it was begun for; null for one that a person began by
///   itself
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Login(
    UUID id,
    Method method,
    @Schema(
            allowableValues = {
              "CODE_SENT",
              "QR_SHOWN",
              "PASSWORD_NEEDED",
              "SIGNED_IN",
              "CANCELLED",
              "EXPIRED"
            })
        Phase step,
    String phoneMasked,
    @Nullable CodeDelivery codeDelivery,
    @Nullable Qr qr,
    @Nullable String passwordHint,
    @Nullable UUID accountId,
    @Nullable UUID batchId,
    Instant expiresAt,
    Instant createdAt) {

  /// How the person shows who they are.
  public enum Method {
    CODE,
    QR
  }

  /// What is to be scanned; replaced before it expires.
  ///
  /// @param link lets somebody in: for the eyes of the person who logs in only
  public record Qr(String link, Instant expiresAt) {
    @Override
    public String toString() {
      return "Qr[until " + expiresAt + "]";
    }
  }

  /// Where a login stands. STARTING is shown in a list of numbers only: elsewhere the answer to the
  /// person comes after it.
  public enum Phase {
    STARTING,
    CODE_SENT,
    QR_SHOWN,
    PASSWORD_NEEDED,
    SIGNED_IN,
    CANCELLED,
    EXPIRED;

    public boolean isOpen() {
      return this == CODE_SENT || this == QR_SHOWN || this == PASSWORD_NEEDED;
    }

    public boolean isOver() {
      return this == SIGNED_IN || this == CANCELLED || this == EXPIRED;
    }
  }

  /// Where the code went, and how it could go next.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CodeDelivery(
      DeliveredVia via,
      @Nullable Integer length,
      @Nullable DeliveredVia nextVia,
      @Nullable Instant resendAt) {}

  @Override
  public String toString() {
    return "Login[" + id + ", " + step + "]";
  }
}
