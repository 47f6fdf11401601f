package xyz.contentfactory.telegram.mtproto.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlLimits;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.mt.GzipPacked;

/// Message bodies as they stand on the wire: read within limits, packed when that pays.
final class Wire {
  /// Lists of message ids are at most 8,192 long; one packet inflates to 16 MiB at most.
  static final TlLimits LIMITS = new TlLimits(8192, (1 << 24) - 1, 16, 16 << 20);

  /// Smaller bodies gain nothing worth the work.
  private static final int WORTH_PACKING = 1024;

  private Wire() {}

  static TlReader reader(byte[] body) {
    return new TlReader(body, 0, body.length, LIMITS);
  }

  /// The body as `gzip_packed` when that saves at least a tenth.
  static byte[] packed(byte[] body) {
    if (body.length < WORTH_PACKING || body.length > LIMITS.inflatedBytes()) {
      return body;
    }
    var packed = new GzipPacked(Bytes.of(gzip(body))).toBytes();
    return packed.length < body.length - body.length / 10 ? packed : body;
  }

  /// Runs what reads a body; unreadable bytes break the protocol.
  static void reading(Runnable work) {
    try {
      work.run();
    } catch (TlException malformed) {
      throw new ProtocolViolation("a malformed message", malformed);
    }
  }

  private static byte[] gzip(byte[] body) {
    var out = new ByteArrayOutputStream(body.length / 2);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
