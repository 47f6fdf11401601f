package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A post that a member wants made, checked.
///
/// @param heldUntil until when Telegram wants to hear nothing of the account
record NewDelivery(
    UUID memberId,
    UUID accountId,
    UUID channelId,
    String channelTitle,
    @Nullable Instant heldUntil,
    PlannedPost post,
    Enclosures enclosures,
    IdempotencyKey key) {}
