package xyz.contentfactory.integration.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.OutgoingMedia;
import xyz.contentfactory.telegram.client.OutgoingText;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.Placement;
import xyz.contentfactory.telegram.client.RemoteFile;
import xyz.contentfactory.telegram.client.TextEntity;

/// A delivery whose attempt has been written down and may now be made.
///
/// @param delivery in the state SENDING, its attempts counted
/// @param unsure an earlier attempt had no outcome: the post may stand in the channel
/// @param faults how many attempts Telegram answered with a fault of its own
public record Outgoing(
    Delivery delivery,
    long randomId,
    Instant firstTriedAt,
    Target target,
    List<TextEntity> entities,
    boolean unsure,
    int faults) {

  /// Whom it goes to.
  ///
  /// @param username of the channel, for the link
  /// @param sendAs the channel that it is sent as; null for the account itself
  record Target(PeerRef peer, @Nullable String username, @Nullable PeerRef sendAs) {}

  public PeerRef peer() {
    return target.peer();
  }

  public @Nullable String username() {
    return target.username();
  }

  private Placement place() {
    PostOptions options = delivery.options();
    PostTopic topic = options.topic();
    return new Placement(options.replyTo(), topic == null ? null : topic.number(), target.sendAs());
  }

  public UUID id() {
    return delivery.id();
  }

  public OutgoingText toText() {
    PostOptions options = delivery.options();
    return new OutgoingText(
        peer(),
        delivery.text(),
        entities,
        randomId,
        firstTriedAt,
        new OutgoingText.Manner(
            options.silent(),
            preview(options.linkPreview()),
            options.protect(),
            place(),
            PostButton.outgoing(enclosures().buttons())));
  }

  public Enclosures enclosures() {
    return delivery.enclosures();
  }

  /// It consists of more than a text and buttons.
  public boolean hasMedia() {
    return !enclosures().media().isEmpty() || enclosures().poll() != null;
  }

  /// Its files have to be at Telegram before it can be sent.
  public boolean hasFiles() {
    return !enclosures().media().isEmpty();
  }

  /// The same with what Telegram has made of its files, in their order.
  public OutgoingMedia toMedia(List<RemoteFile> files) {
    List<OutgoingMedia.Item> items = new ArrayList<>();
    PostPoll poll = enclosures().poll();
    if (poll != null) {
      items.add(item(0, new OutgoingMedia.Content.Poll(poll.outgoing()), false));
    }
    for (int i = 0; i < files.size(); i++) {
      OutgoingMedia.Content file = new OutgoingMedia.Content.File(files.get(i));
      items.add(item(i, file, enclosures().media().get(i).spoiler()));
    }
    PostOptions options = delivery.options();
    return new OutgoingMedia(
        peer(),
        items,
        firstTriedAt,
        new OutgoingMedia.Manner(options.silent(), options.protect(), place()),
        PostButton.outgoing(enclosures().buttons()));
  }

  /// The text stands below the first.
  private OutgoingMedia.Item item(int position, OutgoingMedia.Content content, boolean spoiler) {
    boolean first = position == 0;
    return new OutgoingMedia.Item(
        RandomIds.ofPart(randomId, position),
        content,
        first ? delivery.text() : "",
        first ? entities : List.of(),
        spoiler);
  }

  /// The same in the library's words.
  public static OutgoingText.Preview preview(LinkPreview preview) {
    return switch (preview) {
      case BELOW -> OutgoingText.Preview.BELOW;
      case ABOVE -> OutgoingText.Preview.ABOVE;
      case NONE -> OutgoingText.Preview.NONE;
    };
  }
}
