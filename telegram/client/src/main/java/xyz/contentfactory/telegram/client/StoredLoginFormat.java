package xyz.contentfactory.telegram.client;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.net.KnownKey;

/// The bytes of a stored login: magic, version, home, user, keys, CRC32 of all before it.
/// Big-endian.
final class StoredLoginFormat {
  private static final int MAGIC = 0x43464C47; // "CFLG"
  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 4 + 1 + 2 + 8 + 2;
  private static final int ENTRY_BYTES = 2 + AuthKey.BYTES + 8 + 8;
  private static final int CHECKSUM_BYTES = 4;

  private StoredLoginFormat() {}

  static byte[] write(StoredLogin login) {
    var keys = new TreeMap<>(login.keys());
    var out = ByteBuffer.allocate(HEAD_BYTES + keys.size() * ENTRY_BYTES + CHECKSUM_BYTES);
    var userId = login.userId();
    out.putInt(MAGIC).put(VERSION).putShort((short) login.homeDc());
    out.putLong(userId == null ? 0 : userId).putShort((short) keys.size());
    keys.forEach((dc, key) ->
        out.putShort((short) dc.intValue())
            .put(key.key().toByteArray())
            .putLong(key.salt())
            .putLong(key.clockOffset().toMillis()));
    return out.putInt(checksum(out.array(), out.position())).array();
  }

  static StoredLogin read(byte[] bytes) {
    if (bytes.length < HEAD_BYTES + CHECKSUM_BYTES) {
      throw new UnreadableLogin("too short");
    }
    var in = ByteBuffer.wrap(bytes);
    if (in.getInt() != MAGIC) {
      throw new UnreadableLogin("another kind of data");
    }
    var version = in.get();
    if (version != VERSION) {
      throw new UnreadableLogin("version " + version + ", this program reads " + VERSION);
    }
    if (in.getInt(bytes.length - CHECKSUM_BYTES)
        != checksum(bytes, bytes.length - CHECKSUM_BYTES)) {
      throw new UnreadableLogin("damaged");
    }
    return readBody(in);
  }

  private static StoredLogin readBody(ByteBuffer in) {
    var homeDc = in.getShort();
    var userId = in.getLong();
    var count = in.getShort();
    if (homeDc < 1 || count < 0 || in.remaining() != count * ENTRY_BYTES + CHECKSUM_BYTES) {
      throw new UnreadableLogin("damaged");
    }
    return new StoredLogin(homeDc, userId, readKeys(in, count));
  }

  private static Map<Integer, KnownKey> readKeys(ByteBuffer in, int count) {
    var keys = new HashMap<Integer, KnownKey>();
    for (var i = 0; i < count; i++) {
      int dc = in.getShort();
      var authKey = new byte[AuthKey.BYTES];
      in.get(authKey);
      keys.put(
          dc, new KnownKey(AuthKey.of(authKey), in.getLong(), Duration.ofMillis(in.getLong())));
    }
    return keys;
  }

  private static int checksum(byte[] bytes, int length) {
    var crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
