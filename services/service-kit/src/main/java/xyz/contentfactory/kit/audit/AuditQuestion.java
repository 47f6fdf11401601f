package xyz.contentfactory.kit.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;

/// Which acts to read; null means any.
///
/// @param members whose; an empty set is nobody's
/// @param from inclusive
/// @param to exclusive
public record AuditQuestion(
    @Nullable Set<UUID> members,
    @Nullable String action,
    @Nullable Outcome outcome,
    @Nullable String address,
    @Nullable Instant from,
    @Nullable Instant to) {}
