package xyz.contentfactory.telegram.mtproto.session;

import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlLimits;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.mt.GzipPacked;

/// How much the packed bodies of one packet may still grow, all together: a container of a thousand
/// small gzip bombs is one bomb.
final class Inflation {
  private int left = Wire.LIMITS.inflatedBytes();

  /// The body itself, or what a `gzip_packed` holds.
  ///
  /// @throws TlException when the packet grows beyond its limit
  byte[] unpacked(byte[] body) {
    if (body.length < Integer.BYTES || Wire.reader(body).peekInt() != GzipPacked.ID) {
      return body;
    }
    var limits = Wire.LIMITS;
    var bounded =
        new TlLimits(limits.vectorCount(), limits.textBytes(), limits.depth(), Math.max(left, 1));
    var inflated = new TlReader(body, 0, body.length, bounded).unpacked().readRest().toByteArray();
    left -= inflated.length;
    return inflated;
  }
}
