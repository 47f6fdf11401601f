package xyz.contentfactory.telegram.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.OutgoingMedia.Content;
import xyz.contentfactory.telegram.client.OutgoingMedia.Item;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.TlMethod;
import xyz.contentfactory.telegram.tl.method.messages.SendMedia;
import xyz.contentfactory.telegram.tl.method.messages.SendMultiMedia;
import xyz.contentfactory.telegram.tl.method.messages.UploadMedia;
import xyz.contentfactory.telegram.tl.type.InputSingleMedia;
import xyz.contentfactory.telegram.tl.type.MessageEntity;
import xyz.contentfactory.telegram.tl.type.MessageMedia;
import xyz.contentfactory.telegram.tl.type.MessageMediaDocument;
import xyz.contentfactory.telegram.tl.type.MessageMediaPhoto;
import xyz.contentfactory.telegram.tl.type.MessageMediaPoll;
import xyz.contentfactory.telegram.tl.type.PlainDocument;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainPhoto;
import xyz.contentfactory.telegram.tl.type.Updates;

/// Sends files, albums and polls exactly once, as [TextSender] does with texts. An earlier attempt
/// is known by its files: they keep their ids in the messages.
final class MediaSender implements Media {
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  private final Calls calls;
  private final Peers peers;
  private final InstantSource clock;
  private final Uploader uploader;

  MediaSender(Calls calls, Peers peers, InstantSource clock) {
    this.calls = calls;
    this.peers = peers;
    this.clock = clock;
    this.uploader = new Uploader(calls);
  }

  @Override
  public UploadedFile upload(FileUpload file, UploadProgress progress) throws IOException {
    return uploader.upload(file, progress);
  }

  @Override
  public RemoteFile register(PeerRef peer, UploadedFile file, FileTraits traits) {
    var media = MediaInputs.uploaded(file, traits);
    var made = calls.call(new UploadMedia(null, Peers.input(peer), media));
    return switch (made) {
      case MessageMediaPhoto photo when photo.photo() instanceof PlainPhoto p ->
          new RemoteFile(RemoteFile.Kind.PHOTO, p.id(), p.accessHash(), p.fileReference());
      case MessageMediaDocument document when document.document() instanceof PlainDocument d ->
          new RemoteFile(RemoteFile.Kind.DOCUMENT, d.id(), d.accessHash(), d.fileReference());
      default -> throw new ProtocolViolation("Telegram has made something else of a file");
    };
  }

  @Override
  public List<SentMessage> send(OutgoingMedia media) {
    try {
      return sent(media, calls.call(question(media)));
    } catch (RpcException refused) {
      if (!refused.error().type().equals("RANDOM_ID_DUPLICATE")) {
        throw refused;
      }
      // An earlier attempt was taken: a refusal now would make somebody post it again.
      var earlier = find(media);
      return earlier == null ? unknown(media, media.firstTriedAt(), true) : earlier;
    }
  }

  private static TlMethod<Updates> question(OutgoingMedia media) {
    return media.items().size() == 1 ? one(media, media.items().getFirst()) : album(media);
  }

  private static SendMedia one(OutgoingMedia media, Item item) {
    return SendMedia.builder()
        .silent(media.manner().silent())
        .noforwards(media.manner().protect())
        .peer(Peers.input(media.peer()))
        .replyTo(Placements.replyTo(media.manner().place()))
        .sendAs(Placements.sendAs(media.manner().place()))
        .media(MediaInputs.content(item))
        .message(item.caption())
        .entities(entities(item))
        .randomId(item.randomId())
        .replyMarkup(MediaInputs.buttons(media.buttons()))
        .build();
  }

  private static SendMultiMedia album(OutgoingMedia media) {
    return SendMultiMedia.builder()
        .silent(media.manner().silent())
        .noforwards(media.manner().protect())
        .peer(Peers.input(media.peer()))
        .replyTo(Placements.replyTo(media.manner().place()))
        .sendAs(Placements.sendAs(media.manner().place()))
        .multiMedia(
            media.items().stream()
                .map(item ->
                    new InputSingleMedia(
                        MediaInputs.content(item), item.randomId(), item.caption(), entities(item)))
                .toList())
        .build();
  }

  private static @Nullable List<MessageEntity> entities(Item item) {
    return item.entities().isEmpty() ? null : TextEntities.write(item.entities());
  }

  private List<SentMessage> sent(OutgoingMedia media, Updates answer) {
    peers.learn(answer);
    var updates = TextSender.updates(answer);
    var sent = new ArrayList<SentMessage>();
    for (var item : media.items()) {
      var number = TextSender.numberOf(item.randomId(), updates);
      if (number == null) {
        // Telegram took it but did not say as what.
        var found = find(media);
        return found == null ? unknown(media, clock.instant(), false) : found;
      }
      var message = TextSender.newMessage(number, updates);
      var when = message == null ? clock.instant() : Instant.ofEpochSecond(message.date());
      var repeated = message == null || when.isBefore(since(media));
      sent.add(new SentMessage(media.peer(), number, when, repeated));
    }
    return sent;
  }

  private static Instant since(OutgoingMedia media) {
    return media.firstTriedAt().minus(CLOCK_TOLERANCE);
  }

  private static List<SentMessage> unknown(OutgoingMedia media, Instant when, boolean repeated) {
    return media.items().stream()
        .map(_ -> new SentMessage(media.peer(), null, when, repeated))
        .toList();
  }

  /// The oldest messages of ours with these files since the first attempt, one for each item.
  @Override
  public @Nullable List<SentMessage> find(OutgoingMedia media) {
    var left =
        new ArrayList<>(
            TextSender.lastMessages(calls, media.peer()).reversed().stream()
                .filter(m -> m.out() || m.post())
                .filter(m -> Placements.isThere(m, media.manner().place()))
                .filter(m -> !Instant.ofEpochSecond(m.date()).isBefore(since(media)))
                .toList());
    var found = new ArrayList<SentMessage>();
    for (var item : media.items()) {
      var match = left.stream().filter(m -> shows(m, item)).findFirst().orElse(null);
      if (match == null) {
        return null;
      }
      left.remove(match);
      var when = Instant.ofEpochSecond(match.date());
      found.add(new SentMessage(media.peer(), match.id(), when, true));
    }
    return found;
  }

  private static boolean shows(PlainMessage message, Item item) {
    MessageMedia media = message.media();
    return switch (item.content()) {
      case Content.File(RemoteFile file) -> media != null && fileId(media) == file.id();
      case Content.Poll(OutgoingPoll poll) ->
          media instanceof MessageMediaPoll p && p.poll().question().text().equals(poll.question());
    };
  }

  private static long fileId(MessageMedia media) {
    return switch (media) {
      case MessageMediaPhoto photo when photo.photo() instanceof PlainPhoto p -> p.id();
      case MessageMediaDocument document when document.document() instanceof PlainDocument d ->
          d.id();
      default -> 0;
    };
  }
}
