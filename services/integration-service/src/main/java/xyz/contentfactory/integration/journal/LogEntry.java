package xyz.contentfactory.integration.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the journal as the API shows it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogEntry(
    UUID id,
    @JsonIgnore long seq,
    Instant at,
    @Nullable UUID accountId,
    @Nullable String accountName,
    LogKind kind,
    LogResult result,
    @Nullable String code,
    @Nullable String telegramType,
    @Nullable String detail,
    @Nullable String peerTitle,
    @Nullable Long durationMillis) {}
