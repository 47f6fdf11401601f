package xyz.contentfactory.integration.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which lines to show; null means any. `from` is inclusive, `to` exclusive.
record LogFilter(
    @Nullable UUID accountId,
    @Nullable LogKind kind,
    @Nullable LogResult result,
    @Nullable Instant from,
    @Nullable Instant to) {}
