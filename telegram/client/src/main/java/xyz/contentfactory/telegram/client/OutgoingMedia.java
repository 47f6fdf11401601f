package xyz.contentfactory.telegram.client;

import java.time.Instant;
import java.util.List;

/// One file or poll, or an album of 2 to 10 files, to be sent exactly once.
///
/// @param items in the order in which they stand
/// @param firstTriedAt as in [OutgoingText]
/// @param manner how it is sent; the preview does not matter
/// @param buttons rows of links below; only bots may send them, and not with an album
public record OutgoingMedia(
    PeerRef peer,
    List<Item> items,
    Instant firstTriedAt,
    Manner manner,
    List<List<UrlButton>> buttons) {

  private static final int MOST_ITEMS = 10;

  /// Without sound, protected from forwarding, and where it stands.
  public record Manner(boolean silent, boolean protect, Placement place) {
    public static final Manner USUAL = new Manner(false, false, Placement.USUAL);
  }

  /// One of the messages.
  ///
  /// @param randomId as in [OutgoingText], each item its own
  /// @param caption may be empty
  /// @param spoiler hidden until the reader opens it
  public record Item(
      long randomId, Content content, String caption, List<TextEntity> entities, boolean spoiler) {
    public Item {
      entities = List.copyOf(entities);
    }

    @Override
    public String toString() {
      return "Item[randomId=" + randomId + "]";
    }
  }

  /// What stands in the message.
  public sealed interface Content {
    record File(RemoteFile file) implements Content {}

    record Poll(OutgoingPoll poll) implements Content {}
  }

  public OutgoingMedia {
    items = List.copyOf(items);
    buttons = buttons.stream().map(List::copyOf).toList();
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw new IllegalArgumentException("an album has 2 to 10 files");
    }
    if (items.size() > 1 && items.stream().anyMatch(i -> i.content() instanceof Content.Poll)) {
      throw new IllegalArgumentException("a poll stands alone");
    }
    if (items.size() > 1 && !buttons.isEmpty()) {
      throw new IllegalArgumentException("an album has no buttons");
    }
  }

  @Override
  public String toString() {
    return "OutgoingMedia[peer=" + peer.id() + ", items=" + items + "]";
  }
}
