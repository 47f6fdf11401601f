package xyz.contentfactory.telegram.net.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// What is inside the records; holds nothing back and nothing but a header in memory.
final class TlsInput extends InputStream {
  private final InputStream records;
  private int left;

  TlsInput(InputStream records) {
    this.records = records;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    while (left == 0) {
      if (!nextRecord()) {
        return -1;
      }
    }
    var count = records.read(buffer, offset, Math.min(length, left));
    if (count < 0) {
      throw new EOFException("closed in the middle of a record");
    }
    left -= count;
    return count;
  }

  private boolean nextRecord() throws IOException {
    var header = records.readNBytes(FakeTls.HEADER_BYTES);
    if (header.length < FakeTls.HEADER_BYTES) {
      return false;
    }
    var length = FakeTls.length(header);
    if (length > FakeTls.LONGEST_RECORD) {
      throw new IOException("a record of " + length + " bytes");
    }
    switch (header[0]) {
      case FakeTls.DATA -> left = length;
      case FakeTls.CHANGE_CIPHER -> records.skipNBytes(length);
      default -> throw new IOException("a record of type " + header[0]);
    }
    return true;
  }
}
