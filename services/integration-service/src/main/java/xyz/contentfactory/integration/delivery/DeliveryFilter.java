package xyz.contentfactory.integration.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which deliveries to show; null means any.
record DeliveryFilter(
    @Nullable UUID accountId, @Nullable UUID channelId, @Nullable DeliveryState state) {}
