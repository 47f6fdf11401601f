package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import xyz.contentfactory.telegram.mtproto.MsgId;

/// Message ids of one writer: they follow the server's clock and always rise.
final class RisingIds {
  private static final long STEP = 4;

  /// The lowest two bits: a client's messages.
  static final int CLIENT = 0;

  /// The lowest two bits: the server's answers.
  static final int ANSWER = 1;

  /// The lowest two bits: what the server says unasked.
  static final int PUSH = 3;

  private long last;

  long next(Instant serverTime, int lowBits) {
    last = Math.max(MsgId.at(serverTime), last + STEP);
    return last | lowBits;
  }

  /// The last id that was given, its lowest two bits zero.
  long last() {
    return last;
  }
}
