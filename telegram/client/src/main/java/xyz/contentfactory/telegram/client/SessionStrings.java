package xyz.contentfactory.telegram.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.DcAddress;

/// Tells the formats of session strings apart; reads and writes those of the three programs that
/// pack plain structures (big-endian). mtcute's is in [MtcuteSessions].
final class SessionStrings {
  /// Longer than any of them, and short enough to be looked at.
  private static final int MOST = 2048;

  private static final char VERSION = '1';
  private static final int IP4_BYTES = 4;
  private static final int IP6_BYTES = 16;
  private static final int TELETHON_BYTES = 1 + 2 + AuthKey.BYTES;

  /// Pyrogram's structure as it grew: 32-bit users, 64-bit users, and then with the `api_id`.
  private static final int PYROGRAM_OLD = 263;

  private static final int PYROGRAM_WIDE = 267;
  private static final int PYROGRAM_NEW = 271;

  private SessionStrings() {}

  static ForeignSession read(String given) {
    var text = given.strip();
    if (text.isEmpty() || text.length() > MOST) {
      throw new UnreadableLogin("not a session string");
    }
    try {
      return text.charAt(0) == VERSION ? readVersion1(text) : readUnversioned(text);
    } catch (IllegalArgumentException | BufferUnderflowException broken) {
      throw new UnreadableLogin("not a session string");
    }
  }

  private static ForeignSession readVersion1(String text) {
    var bytes = decoded(text.substring(1));
    if (bytes.length < TELETHON_BYTES) {
      throw new UnreadableLogin("not a session string");
    }
    var dc = Byte.toUnsignedInt(bytes[0]);
    var in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    var address = isGramJs(bytes) ? nameIn(in) : ipIn(in, bytes.length - TELETHON_BYTES);
    var port = Short.toUnsignedInt(in.getShort());
    return new ForeignSession(dc, new DcAddress(dc, address, port), keyIn(in), false, null, null);
  }

  /// GramJS writes the length of the address before it; a Telethon string of the same length has an
  /// IPv6 address there, which is no readable text.
  private static boolean isGramJs(byte[] bytes) {
    var length = ((bytes[1] & 0xff) << 8) | (bytes[2] & 0xff);
    return bytes.length == TELETHON_BYTES + 2 + length
        && length > 0
        && new String(bytes, 3, length, StandardCharsets.US_ASCII).matches("[0-9A-Za-z.:-]+");
  }

  private static String nameIn(ByteBuffer in) {
    var name = new byte[in.getShort()];
    in.get(name);
    return new String(name, StandardCharsets.US_ASCII);
  }

  private static String ipIn(ByteBuffer in, int length) {
    if (length != IP4_BYTES && length != IP6_BYTES) {
      throw new UnreadableLogin("not a session string");
    }
    var ip = new byte[length];
    in.get(ip);
    try {
      return InetAddress.getByAddress(ip).getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static AuthKey keyIn(ByteBuffer in) {
    var key = new byte[AuthKey.BYTES];
    in.get(key);
    if (in.hasRemaining()) {
      throw new UnreadableLogin("not a session string");
    }
    return AuthKey.of(key);
  }

  private static ForeignSession readUnversioned(String text) {
    var bytes = decoded(text);
    return switch (bytes.length) {
      case PYROGRAM_OLD, PYROGRAM_WIDE, PYROGRAM_NEW -> readPyrogram(bytes);
      default -> MtcuteSessions.read(bytes);
    };
  }

  private static ForeignSession readPyrogram(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var dc = Byte.toUnsignedInt(in.get());
    var appId = bytes.length == PYROGRAM_NEW ? Integer.valueOf(in.getInt()) : null;
    var test = in.get() != 0;
    var key = new byte[AuthKey.BYTES];
    in.get(key);
    var userId = bytes.length == PYROGRAM_OLD ? Integer.toUnsignedLong(in.getInt()) : in.getLong();
    var user = userId == 0 ? null : new ForeignSession.User(userId, in.get() != 0);
    return new ForeignSession(dc, null, AuthKey.of(key), test, user, appId);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
  }

  static String write(ForeignSession session, SessionFormat format) {
    return switch (format) {
      case TELETHON -> VERSION + Base64.getUrlEncoder().encodeToString(telethon(session));
      case GRAMJS -> VERSION + Base64.getEncoder().encodeToString(gramJs(session));
      case PYROGRAM -> Base64.getUrlEncoder().withoutPadding().encodeToString(pyrogram(session));
      case MTCUTE -> MtcuteSessions.write(session);
      case TDATA -> Base64.getEncoder().encodeToString(Tdata.write(session));
    };
  }

  private static byte[] telethon(ForeignSession session) {
    var address = addressOf(session);
    var ip = ip(address.host());
    return ByteBuffer.allocate(TELETHON_BYTES + ip.length)
        .put((byte) session.dc())
        .put(ip)
        .putShort((short) address.port())
        .put(session.key().toByteArray())
        .array();
  }

  /// Only numbers: a name would be looked up.
  private static byte[] ip(String host) {
    try {
      return InetAddress.ofLiteral(host).getAddress();
    } catch (IllegalArgumentException name) {
      throw new IllegalArgumentException("the address of the data centre is no IP address", name);
    }
  }

  private static byte[] gramJs(ForeignSession session) {
    var address = addressOf(session);
    var name = address.host().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(TELETHON_BYTES + 2 + name.length)
        .put((byte) session.dc())
        .putShort((short) name.length)
        .put(name)
        .putShort((short) address.port())
        .put(session.key().toByteArray())
        .array();
  }

  private static byte[] pyrogram(ForeignSession session) {
    var user = known(session.user(), "who is logged in");
    return ByteBuffer.allocate(PYROGRAM_NEW)
        .put((byte) session.dc())
        .putInt(known(session.appId(), "the api_id"))
        .put((byte) (session.test() ? 1 : 0))
        .put(session.key().toByteArray())
        .putLong(user.id())
        .put((byte) (user.bot() ? 1 : 0))
        .array();
  }

  static DcAddress addressOf(ForeignSession session) {
    return known(session.address(), "the address of the data centre");
  }

  private static <T> T known(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("this format needs " + what);
    }
    return value;
  }
}
