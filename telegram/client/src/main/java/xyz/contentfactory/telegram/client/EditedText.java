package xyz.contentfactory.telegram.client;

import java.util.List;

/// The new text of a message that stands, or the new caption of its file.
///
/// @param buttons rows of links below: those that it shall have, for an edit without them takes
///   them away
public record EditedText(
    PeerRef peer,
    int number,
    String text,
    List<TextEntity> entities,
    OutgoingText.Preview preview,
    List<List<UrlButton>> buttons) {
  public EditedText {
    entities = List.copyOf(entities);
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  @Override
  public String toString() {
    return "EditedText[peer=" + peer.id() + ", number=" + number + "]";
  }
}
