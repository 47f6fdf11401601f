package xyz.contentfactory.integration.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import org.jspecify.annotations.Nullable;

/// What the header of an MP4 or QuickTime film says of it (ISO/IEC 14496-12: `moov` with `mvhd` and
/// the `tkhd` of each track). Only the boxes that lead there are looked into, and nothing is
/// decoded; what is broken or missing is simply not known.
///
/// @param width and height in pixels, as shown: a film that was taken upright is turned
/// @param seconds how long it plays
record MovieFacts(@Nullable Integer width, @Nullable Integer height, @Nullable Double seconds) {
  /// Far more than a film has; what has more is made to keep us busy.
  private static final int MOST_BOXES = 2_000;

  private static final int MOOV = 0x6d6f6f76;
  private static final int TRAK = 0x7472616b;
  private static final int MVHD = 0x6d766864;
  private static final int TKHD = 0x746b6864;

  private static final int HEAD_BYTES = 8;
  private static final int LONG_HEAD_BYTES = 16;
  private static final int MOST_SIDE = 16_384;
  private static final double MOST_SECONDS = 7 * 24 * 3600;

  static MovieFacts read(RandomAccessFile file) throws IOException {
    Walk walk = new Walk(file);
    walk.through(0, file.length());
    return new MovieFacts(walk.width, walk.height, walk.seconds);
  }

  /// From one box to the next, with one budget for all of them.
  private static final class Walk {
    private final RandomAccessFile file;
    private int left = MOST_BOXES;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Double seconds;

    Walk(RandomAccessFile file) {
      this.file = file;
    }

    private void through(long start, long end) throws IOException {
      long at = start;
      while (end - at >= HEAD_BYTES && left-- > 0) {
        file.seek(at);
        long size = Integer.toUnsignedLong(file.readInt());
        int type = file.readInt();
        int head = HEAD_BYTES;
        if (size == 1 && end - at >= LONG_HEAD_BYTES) {
          size = file.readLong();
          head = LONG_HEAD_BYTES;
        } else if (size == 0) {
          size = end - at;
        }
        if (size < head || size > end - at) {
          return;
        }
        box(type, at + head, at + size);
        at += size;
      }
    }

    private void box(int type, long start, long end) throws IOException {
      file.seek(start);
      switch (type) {
        case MOOV, TRAK -> through(start, end);
        case MVHD -> film(end - start);
        case TKHD -> track(end - start);
        default -> {}
      }
    }

    /// When it was made and changed, the units of a second, the length in them.
    private void film(long bytes) throws IOException {
      boolean wide = bytes > 0 && file.readByte() == 1;
      if (bytes < (wide ? 32 : 20)) {
        return;
      }
      file.skipBytes(wide ? 19 : 11);
      long units = Integer.toUnsignedLong(file.readInt());
      long length = wide ? file.readLong() : Integer.toUnsignedLong(file.readInt());
      double lasts = units == 0 ? 0 : (double) length / units;
      if (lasts > 0 && lasts <= MOST_SECONDS) {
        seconds = lasts;
      }
    }

    /// The first track with sides is the picture. Its matrix turns it: by a quarter when what would
    /// be on the diagonal is nothing.
    private void track(long bytes) throws IOException {
      boolean wide = bytes > 0 && file.readByte() == 1;
      if (bytes < (wide ? 96 : 84) || width != null) {
        return;
      }
      file.skipBytes(wide ? 51 : 39);
      int first = file.readInt();
      boolean turned = file.readInt() != 0 && first == 0;
      file.skipBytes(28);
      int across = file.readInt() >>> 16;
      int down = file.readInt() >>> 16;
      if (isSide(across) && isSide(down)) {
        width = turned ? down : across;
        height = turned ? across : down;
      }
    }

    private static boolean isSide(int pixels) {
      return pixels > 0 && pixels <= MOST_SIDE;
    }
  }
}
