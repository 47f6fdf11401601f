package xyz.contentfactory.integration.delivery;

import java.util.UUID;

/// A post that a member wants made, checked.
record NewDelivery(
    UUID memberId,
    UUID accountId,
    UUID channelId,
    String channelTitle,
    PostText post,
    IdempotencyKey key) {}
