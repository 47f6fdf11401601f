package xyz.contentfactory.telegram.tl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/// Inflates what `gzip_packed` carries, up to a limit.
final class Gzip {
  private Gzip() {}

  static byte[] inflate(byte[] packed, int limit, int offset) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] inflated = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new TlException(offset, "gzip_packed inflates to more than " + limit + " bytes");
      }
      return inflated;
    } catch (IOException e) {
      throw new TlException(offset, "gzip_packed is broken", e);
    }
  }
}
