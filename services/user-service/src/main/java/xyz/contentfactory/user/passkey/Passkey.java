package xyz.contentfactory.user.passkey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A passkey as its owner sees it.
///
/// @param synced whether the device's maker keeps a copy, so that it outlives the device
public record Passkey(
    UUID id,
    String name,
    @Schema(description = "a copy is kept by the maker of the device") boolean synced,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {}
