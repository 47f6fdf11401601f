package xyz.contentfactory.telegram.mtproto.handshake;

import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlLimits;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.TlWriter;

/// The unencrypted packets of a key exchange: a zero key id, a message id, a length and one object.
/// Some writers put random bytes behind the object, inside the length; readers pass over them.
final class PlainPacket {
  private static final int HEADER = 20;

  /// Nothing in a key exchange is larger.
  static final TlLimits LIMITS = new TlLimits(64, 1024, 4, 1024);

  private PlainPacket() {}

  static byte[] write(long msgId, TlObject object) {
    var body = object.toBytes();
    var out = new TlWriter(HEADER + body.length);
    out.writeLong(0);
    out.writeLong(msgId);
    out.writeInt(body.length);
    out.writeRaw(body);
    return out.toByteArray();
  }

  static TlObject read(byte[] packet) {
    try {
      var in = new TlReader(packet);
      if (in.readLong() != 0) {
        throw new ProtocolViolation("an encrypted packet inside a key exchange");
      }
      in.readLong();
      int length = in.readInt();
      if (length < Integer.BYTES || length > in.remaining()) {
        throw new ProtocolViolation("a plain packet whose length is not its length");
      }
      return new TlReader(packet, HEADER, HEADER + length, LIMITS).readMtObject();
    } catch (TlException malformed) {
      throw new ProtocolViolation("a malformed plain packet", malformed);
    }
  }
}
