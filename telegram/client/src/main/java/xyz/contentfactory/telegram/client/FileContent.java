package xyz.contentfactory.telegram.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of a file, read part by part and by several threads at once. An interface because not
/// every file is on a disk.
public interface FileContent {
  long size() throws IOException;

  /// Exactly so many bytes from the offset on.
  byte[] read(long offset, int length) throws IOException;

  static FileContent of(Path file) {
    return new FileContent() {
      @Override
      public long size() throws IOException {
        return Files.size(file);
      }

      @Override
      public byte[] read(long offset, int length) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
          if (offset + length > open.length()) {
            throw new EOFException(file.getFileName() + " is shorter than it was");
          }
          var bytes = new byte[length];
          open.seek(offset);
          open.readFully(bytes);
          return bytes;
        }
      }
    };
  }
}
