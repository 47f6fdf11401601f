package xyz.contentfactory.telegram.client;

import java.time.Instant;
import java.util.List;

/// A text to be sent exactly once.
///
/// @param randomId chosen once, written down before the first attempt, the same in every attempt
/// @param firstTriedAt when the first attempt may have begun; where to stop looking when Telegram
///   only says that the random id has been used
public record OutgoingText(
    PeerRef peer,
    String text,
    List<TextEntity> entities,
    long randomId,
    Instant firstTriedAt,
    Manner manner) {

  /// How it is sent.
  ///
  /// @param silent without a sound at the readers
  /// @param protect readers can neither forward nor save it
  /// @param buttons rows of links below; only bots may send them
  public record Manner(
      boolean silent,
      Preview preview,
      boolean protect,
      Placement place,
      List<List<UrlButton>> buttons) {
    public static final Manner USUAL =
        new Manner(false, Preview.BELOW, false, Placement.USUAL, List.of());

    public Manner {
      buttons = buttons.stream().map(List::copyOf).toList();
    }
  }

  /// Whether Telegram may show the first link, and where.
  public enum Preview {
    BELOW,
    ABOVE,
    NONE
  }

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
    this(peer, text, entities, randomId, firstTriedAt, Manner.USUAL);
  }

  @Override
  public String toString() {
    return "OutgoingText[peer=" + peer.id() + ", randomId=" + randomId + "]";
  }
}
