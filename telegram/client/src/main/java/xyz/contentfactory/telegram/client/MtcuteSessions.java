package xyz.contentfactory.telegram.client;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.DcAddress;

/// mtcute's session strings of version 3: TL values (little-endian) after a version byte.
final class MtcuteSessions {
  private static final byte VERSION = 3;
  private static final int HAS_SELF = 1;
  private static final int TEST = 2;
  private static final int HAS_MEDIA = 4;

  private static final byte DC_VERSION = 2;
  private static final int DC_IPV6 = 1;
  private static final int DC_TEST = 4;

  private static final int TRUE = 0x997275b5;
  private static final int FALSE = 0xbc799737;
  private static final int LONG_BYTES = 254;
  private static final int MOST = 600;

  private MtcuteSessions() {}

  private record Dc(DcAddress address, boolean test) {}

  static ForeignSession read(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (in.get() != VERSION) {
      throw new UnreadableLogin("not a session string");
    }
    var flags = in.getInt();
    var main = dc(bytesIn(in));
    if ((flags & HAS_MEDIA) != 0) {
      var _ = bytesIn(in);
    }
    var user = (flags & HAS_SELF) == 0 ? null : userIn(in);
    var key = bytesIn(in);
    if (key.length != AuthKey.BYTES || in.hasRemaining()) {
      throw new UnreadableLogin("not a session string");
    }
    return new ForeignSession(
        main.address().dc(),
        main.address(),
        AuthKey.of(key),
        main.test() || (flags & TEST) != 0,
        user,
        null);
  }

  private static ForeignSession.User userIn(ByteBuffer in) {
    var id = in.getLong();
    return switch (in.getInt()) {
      case TRUE -> new ForeignSession.User(id, true);
      case FALSE -> new ForeignSession.User(id, false);
      default -> throw new UnreadableLogin("not a session string");
    };
  }

  private static Dc dc(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    var version = in.get();
    var id = Byte.toUnsignedInt(in.get());
    var flags = in.get();
    if (version < 1 || version > DC_VERSION) {
      throw new UnreadableLogin("not a session string");
    }
    var host = new String(bytesIn(in), StandardCharsets.US_ASCII);
    var port = in.getInt();
    return new Dc(new DcAddress(id, host, port), version == DC_VERSION && (flags & DC_TEST) != 0);
  }

  static String write(ForeignSession session) {
    var out = ByteBuffer.allocate(MOST).order(ByteOrder.LITTLE_ENDIAN);
    var user = session.user();
    out.put(VERSION).putInt(user == null ? 0 : HAS_SELF);
    putBytes(out, dc(session));
    if (user != null) {
      out.putLong(user.id()).putInt(user.bot() ? TRUE : FALSE);
    }
    putBytes(out, session.key().toByteArray());
    var written = new byte[out.position()];
    out.flip().get(written);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(written);
  }

  private static byte[] dc(ForeignSession session) {
    var address = SessionStrings.addressOf(session);
    var out = ByteBuffer.allocate(MOST).order(ByteOrder.LITTLE_ENDIAN);
    var flags = (address.host().contains(":") ? DC_IPV6 : 0) | (session.test() ? DC_TEST : 0);
    out.put(DC_VERSION).put((byte) session.dc()).put((byte) flags);
    putBytes(out, address.host().getBytes(StandardCharsets.US_ASCII));
    out.putInt(address.port());
    var written = new byte[out.position()];
    out.flip().get(written);
    return written;
  }

  /// A TL `bytes`: its length in one byte or in four, itself, zeros up to a multiple of four.
  private static void putBytes(ByteBuffer out, byte[] value) {
    var head = value.length < LONG_BYTES ? 1 : 4;
    if (head == 1) {
      out.put((byte) value.length);
    } else {
      out.putInt(value.length << 8 | LONG_BYTES);
    }
    out.put(value);
    out.put(new byte[padding(head + value.length)]);
  }

  private static byte[] bytesIn(ByteBuffer in) {
    var first = Byte.toUnsignedInt(in.get());
    var head = 1;
    if (first == LONG_BYTES) {
      head = 4;
      first =
          Byte.toUnsignedInt(in.get())
              | Byte.toUnsignedInt(in.get()) << 8
              | Byte.toUnsignedInt(in.get()) << 16;
    }
    if (first > in.remaining()) {
      throw new UnreadableLogin("not a session string");
    }
    var value = new byte[first];
    in.get(value);
    in.get(new byte[padding(head + first)]);
    return value;
  }

  private static int padding(int length) {
    return (4 - length % 4) % 4;
  }
}
