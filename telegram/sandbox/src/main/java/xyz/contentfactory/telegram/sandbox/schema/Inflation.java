package xyz.contentfactory.telegram.sandbox.schema;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// How much may still be inflated in one request; a gzip bomb ends here.
final class Inflation {

  static final int GZIP_PACKED = 0x3072cfa1;
  private static final int MAX_BYTES = 4 << 20;

  private int left = MAX_BYTES;

  byte[] inflate(byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] plain = in.readNBytes(left + 1);
      left -= plain.length;
      if (left < 0) {
        throw new TlFault("inflates to more than " + MAX_BYTES + " bytes");
      }
      return plain;
    } catch (IOException e) {
      throw new TlFault("not gzip");
    }
  }
}
