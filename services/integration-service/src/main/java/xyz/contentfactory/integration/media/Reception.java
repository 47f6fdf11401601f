package xyz.contentfactory.integration.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.PayloadTooLarge;
import xyz.contentfactory.kit.problem.ProblemException;

/// Takes a file in: to the disk first, then a look at what it is, then the row. What is refused or
/// breaks off leaves nothing behind.
public final class Reception {
  private static final int LONGEST_NAME = 200;

  private final MediaFiles files;
  private final MediaSettings settings;

  public Reception(MediaFiles files, MediaSettings settings) {
    this.files = files;
    this.settings = settings;
  }

  /// Takes it.
  ///
  /// @param declaredBytes what the request says; -1 when it does not
  MediaFile take(UUID member, String name, long declaredBytes, InputStream body)
      throws IOException {
    long limit = settings.maxFile().toBytes();
    if (declaredBytes > limit) {
      throw new PayloadTooLarge(limit);
    }
    long room = settings.maxTotal().toBytes() - files.bytesKept();
    if (room < Math.max(1, declaredBytes)) {
      throw ProblemException.of(TelegramProblem.MEDIA_STORAGE_FULL);
    }
    Received received = files.disk().receive(body, limit);
    boolean kept = false;
    try {
      MediaFile file = files.keep(member, clean(name), look(received), received);
      kept = true;
      return file;
    } finally {
      if (!kept) {
        files.disk().drop(received);
      }
    }
  }

  private static Sniffed look(Received received) throws IOException {
    if (received.bytes() == 0) {
      throw ProblemException.of(TelegramProblem.MEDIA_EMPTY);
    }
    try {
      return Sniffer.look(received.file(), received.bytes());
    } catch (PictureSize.Unreadable _) {
      throw ProblemException.of(TelegramProblem.MEDIA_UNREADABLE);
    }
  }

  /// The last part of a path, without what cannot be seen.
  private static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String seen = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "").strip();
    if (seen.isEmpty() || seen.length() > LONGEST_NAME) {
      throw Complaints.about(
          "name", "A file name has 1 to " + LONGEST_NAME + " characters.", "out-of-bounds");
    }
    return seen;
  }
}
