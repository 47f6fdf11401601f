package xyz.contentfactory.integration.flood;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How Telegram holds an account back with one method, as the API shows it.
///
/// @param until the next free moment; absent when the method is free
/// @param times how often in the last 24 hours
/// @param longestSeconds of those, the longest
@JsonInclude(JsonInclude.Include.NON_NULL)
record FloodWait(
    UUID accountId,
    String accountName,
    @Schema(example = "messages.sendMessage") String method,
    @Nullable Instant until,
    Instant lastAt,
    String telegramType,
    int times,
    long longestSeconds) {}
