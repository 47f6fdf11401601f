package xyz.contentfactory.integration.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.login.Login;

/// One number of a list as the API shows it.
///
/// @param line as the person counted it, from 1
/// @param login while it is open: its id is what the steps of a login are given
/// @param notBefore WAITING only: Telegram has asked this number to wait
/// @param refusal why it was refused, or why it waits
/// @param retryable the same number can be asked for again
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchRow(
    UUID batchId,
    int line,
    Step step,
    String phoneMasked,
    @Nullable Login login,
    @Nullable UUID accountId,
    @Nullable Instant notBefore,
    @Nullable BatchRefusal refusal,
    boolean retryable) {

  /// Where a number stands.
  public enum Step {
    WAITING,
    STARTING,
    CODE_SENT,
    PASSWORD_NEEDED,
    CONNECTED,
    REFUSED,
    CANCELLED,
    EXPIRED;

    static Step of(Login.Phase phase) {
      return switch (phase) {
        case STARTING -> STARTING;
        case CODE_SENT -> CODE_SENT;
        case PASSWORD_NEEDED -> PASSWORD_NEEDED;
        case SIGNED_IN -> CONNECTED;
        case CANCELLED -> CANCELLED;
        case EXPIRED -> EXPIRED;
        case QR_SHOWN -> throw new IllegalStateException("a row has a number, and no QR code");
      };
    }
  }

  /// The same, where its login stands.
  BatchRow at(Login now) {
    Step shown = Step.of(now.step());
    return new BatchRow(
        batchId,
        line,
        shown,
        phoneMasked,
        now.step().isOpen() ? now : null,
        now.accountId(),
        null,
        null,
        shown == Step.EXPIRED);
  }
}
