package xyz.contentfactory.integration.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.media.PictureSize.Unreadable;

/// Reads from the first bytes of a file what it is. A name or a declared type is never believed.
final class Sniffer {
  private static final int HEAD_BYTES = 64;

  /// Telegram's rules for photos; a picture that breaks them is posted as a file.
  private static final long MOST_PHOTO_BYTES = 10 << 20;

  private static final int MOST_SIDES = 10_000;
  private static final int MOST_RATIO = 20;

  /// Those whose header says how they are shown and for how long.
  private static final Set<String> FILMS = Set.of("video/mp4", "video/quicktime", "audio/mp4");

  private Sniffer() {}

  /// @throws Unreadable when it begins as a picture and is none
  static Sniffed look(Path file, long bytes) throws IOException, Unreadable {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      byte[] head = new byte[(int) Math.min(HEAD_BYTES, bytes)];
      open.readFully(head);
      String mime = picture(head);
      if (mime != null) {
        return picture(open, mime, bytes);
      }
      Sniffed other = other(new String(head, StandardCharsets.ISO_8859_1));
      return FILMS.contains(other.mime()) ? other.with(MovieFacts.read(open)) : other;
    }
  }

  private static @Nullable String picture(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return "image/png";
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return "image/gif";
    }
    return null;
  }

  private static Sniffed picture(RandomAccessFile open, String mime, long bytes)
      throws IOException, Unreadable {
    PictureSize size = PictureSize.read(open, mime);
    int longer = Math.max(size.width(), size.height());
    int shorter = Math.min(size.width(), size.height());
    boolean photo =
        !mime.equals("image/gif")
            && bytes <= MOST_PHOTO_BYTES
            && longer + shorter <= MOST_SIDES
            && longer <= MOST_RATIO * shorter;
    return new Sniffed(
        photo ? MediaKind.PHOTO : MediaKind.DOCUMENT, mime, size.width(), size.height(), null);
  }

  private static Sniffed other(String head) {
    if (head.startsWith("ftypqt", 4)) {
      return Sniffed.of(MediaKind.VIDEO, "video/quicktime");
    }
    if (head.startsWith("ftypM4A", 4)) {
      return Sniffed.of(MediaKind.AUDIO, "audio/mp4");
    }
    if (head.startsWith("ftyp", 4)) {
      return Sniffed.of(MediaKind.VIDEO, "video/mp4");
    }
    if (head.startsWith("OggS")) {
      return head.contains("OpusHead")
          ? Sniffed.of(MediaKind.VOICE, "audio/ogg")
          : Sniffed.of(MediaKind.DOCUMENT, "application/ogg");
    }
    if (head.startsWith("ID3") || head.startsWith("\u00ff\u00fb")) {
      return Sniffed.of(MediaKind.AUDIO, "audio/mpeg");
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return Sniffed.of(MediaKind.DOCUMENT, "image/webp");
    }
    if (head.startsWith("%PDF-")) {
      return Sniffed.of(MediaKind.DOCUMENT, "application/pdf");
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return Sniffed.of(MediaKind.DOCUMENT, "application/zip");
    }
    return Sniffed.of(MediaKind.DOCUMENT, "application/octet-stream");
  }
}
