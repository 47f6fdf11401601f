package xyz.contentfactory.integration.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.OutgoingText;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.TextEntity;
import xyz.contentfactory.telegram.client.UrlButton;

/// A change of a post in its channel whose attempt has been written down and may now be made.
///
/// @param number of the message, of an album the first
/// @param numbers of all messages of the post
/// @param attempts this one included
/// @param text of an edit; else null
/// @param options of an edit, for the link preview
public record LiveChange(
    Delivery delivery,
    ChangeKind kind,
    PeerRef peer,
    int number,
    List<Integer> numbers,
    int attempts,
    @Nullable String text,
    List<TextEntity> entities,
    PostOptions options) {

  /// Nothing of a file's caption: there it would say where the caption stands.
  public OutgoingText.Preview preview() {
    return delivery.enclosures().media().isEmpty()
        ? Outgoing.preview(options.linkPreview())
        : OutgoingText.Preview.BELOW;
  }

  /// Those that the post has, since an edit without them takes them away.
  public List<List<UrlButton>> buttons() {
    return PostButton.outgoing(delivery.enclosures().buttons());
  }

  public UUID id() {
    return delivery.id();
  }
}
