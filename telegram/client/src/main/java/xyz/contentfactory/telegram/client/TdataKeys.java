package xyz.contentfactory.telegram.client;

import java.nio.ByteBuffer;
import java.util.HashMap;
import xyz.contentfactory.telegram.mtproto.AuthKey;

/// Who is logged in, where, and the keys of the data centres, as Telegram Desktop writes them.
final class TdataKeys {
  private static final int MTP_AUTHORIZATION = 0x4b;

  /// In place of a 32-bit user and data centre: wider ones follow.
  private static final long WIDE_IDS = -1L;

  private static final int MOST_KEYS = 20;

  private TdataKeys() {}

  static ForeignSession read(TdataStream file) {
    if (file.number() != MTP_AUTHORIZATION) {
      throw new UnreadableLogin("the account's file begins with something else than its keys");
    }
    var in = new TdataStream(file.bytes());
    var head = in.wide();
    var userId = head == WIDE_IDS ? in.wide() : head >>> 32;
    var dc = head == WIDE_IDS ? in.number() : (int) head;
    var count = in.number();
    if (count < 1 || count > MOST_KEYS) {
      throw new UnreadableLogin("no key of an account");
    }
    var keys = new HashMap<Integer, AuthKey>();
    for (var i = 0; i < count; i++) {
      keys.put(in.number(), AuthKey.of(in.raw(AuthKey.BYTES)));
    }
    var key = keys.get(dc);
    if (key == null || dc < 1 || dc > 999) {
      throw new UnreadableLogin("the key of the home data centre is missing");
    }
    return new ForeignSession(dc, null, key, false, new ForeignSession.User(userId, false), null);
  }

  /// With the key of the home data centre, and none that is to be destroyed.
  static byte[] write(ForeignSession session) {
    var user = session.user();
    if (user == null || user.bot()) {
      throw new IllegalArgumentException("Telegram Desktop needs a person who is logged in");
    }
    var keys =
        ByteBuffer.allocate(2 * Long.BYTES + 4 * Integer.BYTES + AuthKey.BYTES)
            .putLong(WIDE_IDS)
            .putLong(user.id())
            .putInt(session.dc())
            .putInt(1)
            .putInt(session.dc())
            .put(session.key().toByteArray())
            .putInt(0)
            .array();
    return ByteBuffer.allocate(2 * Integer.BYTES + keys.length)
        .putInt(MTP_AUTHORIZATION)
        .put(TdataStream.written(keys))
        .array();
  }
}
