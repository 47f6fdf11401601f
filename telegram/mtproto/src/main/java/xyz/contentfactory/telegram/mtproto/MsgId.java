package xyz.contentfactory.telegram.mtproto;

import java.time.Instant;

/// Message ids: seconds since 1970 in the high 32 bits; the lowest two bits say who wrote it and
/// why. The rest below the seconds only has to rise.
public final class MsgId {
  private MsgId() {}

  /// The id that a moment gives, with the lowest two bits zero, as a client's messages have them.
  public static long at(Instant moment) {
    long fraction = ((long) moment.getNano() << 32) / 1_000_000_000L;
    return ((moment.getEpochSecond() << 32) | fraction) & ~3L;
  }

  /// The second in which a message was written, by its writer's clock.
  public static Instant moment(long msgId) {
    return Instant.ofEpochSecond(msgId >>> 32);
  }
}
