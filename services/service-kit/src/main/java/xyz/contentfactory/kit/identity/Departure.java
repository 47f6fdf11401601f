package xyz.contentfactory.kit.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member who was deleted, and whose things are not settled yet.
///
/// @param heirId the member who gets what they had; null when it ends
public record Departure(UUID memberId, @Nullable UUID heirId, Instant at) {}
