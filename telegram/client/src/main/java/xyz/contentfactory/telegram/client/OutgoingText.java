package xyz.contentfactory.telegram.client;

import java.time.Instant;
import java.util.List;

/// A text to be sent exactly once.
///
/// @param randomId chosen once, written down before the first attempt, the same in every attempt
/// @param firstTriedAt when the first attempt may have begun; where to stop looking when Telegram
///   only says that the random id has been used
/// @param silent without a sound at the readers
/// @param linkPreview whether Telegram may add a preview of the first link
public record OutgoingText(
    PeerRef peer,
    String text,
    List<TextEntity> entities,
    long randomId,
    Instant firstTriedAt,
    boolean silent,
    boolean linkPreview) {

  public OutgoingText {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty text cannot be sent");
    }
    entities = List.copyOf(entities);
    for (var entity : entities) {
      if (entity.offset() > text.length() - entity.length()) {
        throw new IllegalArgumentException("a text entity reaches beyond the text");
      }
    }
  }

  public OutgoingText(
      PeerRef peer, String text, List<TextEntity> entities, long randomId, Instant firstTriedAt) {
    this(peer, text, entities, randomId, firstTriedAt, false, true);
  }

  @Override
  public String toString() {
    return "OutgoingText[peer=" + peer.id() + ", randomId=" + randomId + "]";
  }
}
