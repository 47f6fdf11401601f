package xyz.contentfactory.integration.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;

/// The sides of a picture as its header says, in pixels. Nothing is decoded, so a small file that
/// unfolds to a huge picture costs nothing.
record PictureSize(int width, int height) {
  private static final int PNG_SIZE_AT = 16;
  private static final int GIF_SIZE_AT = 6;

  /// A JPEG whose header goes on for longer is none that anybody has made.
  private static final int MOST_SEGMENTS = 500;

  /// It begins as a picture, but is none.
  static final class Unreadable extends Exception {
    Unreadable() {
      super("the picture cannot be read");
    }
  }

  static PictureSize read(RandomAccessFile file, String mime) throws IOException, Unreadable {
    try {
      PictureSize size =
          switch (mime) {
            case "image/png" -> png(file);
            case "image/gif" -> gif(file);
            default -> jpeg(file);
          };
      if (size.width() < 1 || size.height() < 1) {
        throw new Unreadable();
      }
      return size;
    } catch (EOFException _) {
      throw new Unreadable();
    }
  }

  private static PictureSize png(RandomAccessFile file) throws IOException {
    file.seek(PNG_SIZE_AT);
    return new PictureSize(file.readInt(), file.readInt());
  }

  private static PictureSize gif(RandomAccessFile file) throws IOException {
    file.seek(GIF_SIZE_AT);
    int width = file.read() | file.read() << 8;
    return new PictureSize(width, file.readUnsignedByte() | file.readUnsignedByte() << 8);
  }

  /// Walks over the segments to the frame header.
  private static PictureSize jpeg(RandomAccessFile file) throws IOException, Unreadable {
    file.seek(2);
    for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
      int marker = marker(file);
      int length = file.readUnsignedShort();
      if (isFrame(marker)) {
        file.readUnsignedByte();
        int height = file.readUnsignedShort();
        return new PictureSize(file.readUnsignedShort(), height);
      }
      if (length < 2) {
        throw new Unreadable();
      }
      file.seek(file.getFilePointer() + length - 2);
    }
    throw new Unreadable();
  }

  private static int marker(RandomAccessFile file) throws IOException, Unreadable {
    if (file.readUnsignedByte() != 0xff) {
      throw new Unreadable();
    }
    int marker = file.readUnsignedByte();
    while (marker == 0xff) {
      marker = file.readUnsignedByte();
    }
    return marker;
  }

  /// SOF0 to SOF15 without the tables that share their numbers.
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
