package xyz.contentfactory.telegram.client;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Photos, files, albums and polls. First `upload`, then `register`, then `send` as often as one
/// likes; each may be repeated after any error.
public interface Media {
  /// What Telegram takes without premium: 4,000 parts of 512 KB.
  long MOST_BYTES = 4000L * Uploader.PART_BYTES;

  /// Hands a file over part by part, with few parts in memory, and goes on where an earlier attempt
  /// has stopped.
  UploadedFile upload(FileUpload file, UploadProgress progress) throws IOException;

  /// Makes a file of the account from an uploaded one. When Telegram has lost a part it is refused
  /// with `FILE_PART_n_MISSING`: upload again from there.
  RemoteFile register(PeerRef peer, UploadedFile file, FileTraits traits);

  /// Sends, or finds out that an earlier attempt with the same random ids has sent it. One answer
  /// for each item, in their order. `FILE_REFERENCE_EXPIRED`, or the same with an item's position
  /// (`FILE_REFERENCE_1_EXPIRED`), means that nothing was sent: upload and register again.
  List<SentMessage> send(OutgoingMedia media);

  /// Looks for an earlier attempt among the last messages, by its files; null when it is not among
  /// them. Sends nothing.
  @Nullable List<SentMessage> find(OutgoingMedia media);
}
