package xyz.contentfactory.integration.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.Outgoing;
import xyz.contentfactory.integration.delivery.PostMedia;
import xyz.contentfactory.integration.media.MediaKind;
import xyz.contentfactory.integration.media.Transfer;
import xyz.contentfactory.integration.media.Transfers;
import xyz.contentfactory.telegram.client.FileContent;
import xyz.contentfactory.telegram.client.FileTraits;
import xyz.contentfactory.telegram.client.FileUpload;
import xyz.contentfactory.telegram.client.RemoteFile;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.SentMessage;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.UploadedFile;

/// Posts files, albums and polls; for the thread of the call. Each file is uploaded once for the
/// account, goes on at the first part that is missing after whatever interruption, and is uploaded
/// anew when Telegram has let go of it.
final class MediaSending {
  /// How often an upload is written down: a kill repeats less than that.
  private static final int PARTS_A_NOTE = 8;

  private final UUID account;
  private final Claim claim;
  private final Transfers transfers;

  MediaSending(UUID account, Claim claim, Transfers transfers) {
    this.account = account;
    this.claim = claim;
    this.transfers = transfers;
  }

  /// One message for each file, in their order.
  List<SentMessage> send(TelegramClient client, Outgoing outgoing) {
    try {
      return client.media().send(outgoing.toMedia(uploaded(client, outgoing)));
    } catch (RpcException refused) {
      if (!isStale(refused)) {
        throw refused;
      }
      // nothing was sent: the references to the files have ended, or parts of them have
      outgoing.enclosures().media().forEach(this::forget);
      return client.media().send(outgoing.toMedia(uploaded(client, outgoing)));
    }
  }

  /// Null when it is not to be seen, or when its files never arrived at Telegram.
  @Nullable List<SentMessage> find(TelegramClient client, Outgoing outgoing) {
    List<RemoteFile> files =
        outgoing.enclosures().media().stream()
            .map(media -> begin(media).remote())
            .filter(Objects::nonNull)
            .toList();
    return files.size() < outgoing.enclosures().media().size()
        ? null
        : client.media().find(outgoing.toMedia(files));
  }

  private static boolean isStale(RpcException refused) {
    return refused
        .error()
        .type()
        .matches("FILE_REFERENCE_(\\d+_)?(EXPIRED|EMPTY|INVALID)|FILE_PART_\\d+_MISSING");
  }

  private List<RemoteFile> uploaded(TelegramClient client, Outgoing outgoing) {
    List<RemoteFile> files = new ArrayList<>();
    for (PostMedia media : outgoing.enclosures().media()) {
      Transfer transfer = begin(media);
      RemoteFile known = transfer.remote();
      files.add(known == null ? upload(client, outgoing, media, transfer) : known);
    }
    return files;
  }

  private Transfer begin(PostMedia media) {
    return claim.write(() -> transfers.begin(account, media.sha256(), media.kind()));
  }

  private void forget(PostMedia media) {
    claim.write(() -> transfers.forget(account, media.sha256(), media.kind()));
  }

  private RemoteFile upload(
      TelegramClient client, Outgoing outgoing, PostMedia media, Transfer transfer) {
    UploadedFile whole = upload(client, media, transfer);
    RemoteFile file = client.media().register(outgoing.peer(), whole, traits(media));
    claim.write(() -> transfers.registered(account, media.sha256(), media.kind(), file));
    return file;
  }

  private UploadedFile upload(TelegramClient client, PostMedia media, Transfer transfer) {
    Path file = transfers.disk().file(media.sha256());
    if (!Files.exists(file)) {
      throw new MediaGone(media.name());
    }
    FileUpload upload =
        new FileUpload(
            transfer.uploadId(), media.name(), FileContent.of(file), transfer.confirmedParts());
    try {
      return client.media().upload(upload, (parts, of) -> note(media, parts, of));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(PostMedia media, int parts, int of) {
    if (parts == of || parts % PARTS_A_NOTE == 0) {
      claim.write(() -> transfers.confirmed(account, media.sha256(), media.kind(), parts));
    }
  }

  private static FileTraits traits(PostMedia media) {
    int width = media.width() == null ? 0 : media.width();
    int height = media.height() == null ? 0 : media.height();
    double seconds = media.seconds() == null ? 0 : media.seconds();
    return new FileTraits(kind(media.kind()), media.mime(), width, height, seconds);
  }

  private static FileTraits.Kind kind(MediaKind kind) {
    return switch (kind) {
      case PHOTO -> FileTraits.Kind.PHOTO;
      case VIDEO -> FileTraits.Kind.VIDEO;
      case VOICE -> FileTraits.Kind.VOICE;
      case AUDIO -> FileTraits.Kind.AUDIO;
      case DOCUMENT -> FileTraits.Kind.DOCUMENT;
    };
  }
}
