package xyz.contentfactory.telegram.net.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/// Puts what is written into records; the change of ciphers goes before the first.
final class TlsOutput extends OutputStream {
  /// As Telegram's own programs cut them.
  private static final int RECORD_BYTES = 2878;

  private static final byte[] CHANGE = {FakeTls.CHANGE_CIPHER, 3, 3, 0, 1, 1};

  private final OutputStream records;
  private boolean begun;

  TlsOutput(OutputStream records) {
    this.records = records;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    var out = new ByteArrayOutputStream(length + 64);
    if (!begun) {
      begun = true;
      out.writeBytes(CHANGE);
    }
    for (int at = 0; at < length; at += RECORD_BYTES) {
      int part = Math.min(RECORD_BYTES, length - at);
      out.writeBytes(new byte[] {FakeTls.DATA, 3, 3, (byte) (part >> 8), (byte) part});
      out.write(bytes, offset + at, part);
    }
    records.write(out.toByteArray());
  }
}
