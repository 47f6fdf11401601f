package xyz.contentfactory.integration.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the journal as the API shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogEntry(
    UUID id,
    @JsonIgnore long seq,
    Instant at,
    UUID memberId,
    @Nullable UUID accountId,
    @Nullable String accountName,
    LogKind kind,
    LogResult result,
    @Nullable String code,
    @Nullable String telegramType,
    @Nullable String detail,
    @Nullable String peerTitle,
    @Nullable Long durationMillis,
    @Schema(description = "Which attempt of a delivery, counted from 1") @Nullable Integer attempt,
    @Schema(description = "The same for all acts of one delivery or login: its id") UUID traceId) {}
