package xyz.contentfactory.telegram.mtproto.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.ServerSalt;

/// The salts a server gives out for one auth key: each lives an hour, a new one begins every half
/// hour. They are derived from the key and the time, so a server need not store them.
final class SaltSchedule {
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final byte[] PURPOSE = {'s', 'a', 'l', 't'};

  private final AuthKey key;
  private @Nullable ServerSalt first;

  SaltSchedule(AuthKey key) {
    this.key = key;
  }

  /// Lets the salt of the key exchange pass, for a time.
  void allow(ServerSalt salt) {
    first = salt;
  }

  ServerSalt current(Instant now) {
    return inPeriod(period(now));
  }

  boolean accepts(long salt, Instant now) {
    long period = period(now);
    var allowed = first;
    return salt == inPeriod(period).value()
        || salt == inPeriod(period - 1).value()
        || (allowed != null && allowed.value() == salt && allowed.isValidAt(now));
  }

  List<ServerSalt> future(int count, Instant now) {
    var salts = new ArrayList<ServerSalt>();
    for (int i = 0; i < count; i++) {
      salts.add(inPeriod(period(now) + i));
    }
    return salts;
  }

  private static long period(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
  }

  private ServerSalt inPeriod(long period) {
    var number = ByteBuffer.allocate(Long.BYTES).putLong(period).array();
    var hash = Hashes.sha256(PURPOSE, key.toByteArray(), number);
    var since = Instant.ofEpochSecond(period * STEP.toSeconds());
    return new ServerSalt(ByteBuffer.wrap(hash).getLong(), since, since.plus(STEP.multipliedBy(2)));
  }
}
