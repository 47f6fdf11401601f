package xyz.contentfactory.telegram.tl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Inflates what `gzip_packed` carries, up to a limit: gzip, or the zlib format that mtcute writes,
/// which servers take, too.
final class Gzip {
  private Gzip() {}

  static byte[] inflate(byte[] packed, int limit, int offset) {
    try (InputStream in = inflating(packed)) {
      byte[] inflated = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new TlException(offset, "gzip_packed inflates to more than " + limit + " bytes");
      }
      return inflated;
    } catch (IOException e) {
      throw new TlException(offset, "gzip_packed is broken", e);
    }
  }

  private static InputStream inflating(byte[] packed) throws IOException {
    var in = new ByteArrayInputStream(packed);
    boolean gzip =
        packed.length >= 2
            && packed[0] == (byte) GZIPInputStream.GZIP_MAGIC
            && packed[1] == (byte) 0x8b;
    return gzip ? new GZIPInputStream(in) : new InflaterInputStream(in);
  }
}
