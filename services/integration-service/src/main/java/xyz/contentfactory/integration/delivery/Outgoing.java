package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.OutgoingText;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.TextEntity;

/// A delivery whose attempt has been written down and may now be made.
///
/// @param delivery in the state SENDING, its attempts counted
/// @param username of the channel, for the link
/// @param unsure an earlier attempt had no outcome: the post may stand in the channel
/// @param faults how many attempts Telegram answered with a fault of its own
public record Outgoing(
    Delivery delivery,
    long randomId,
    Instant firstTriedAt,
    PeerRef peer,
    @Nullable String username,
    List<TextEntity> entities,
    boolean unsure,
    int faults) {

  public UUID id() {
    return delivery.id();
  }

  public OutgoingText toText() {
    return new OutgoingText(peer, delivery.text(), entities, randomId, firstTriedAt);
  }
}
