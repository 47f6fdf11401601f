package xyz.contentfactory.telegram.mtproto.session;

import java.util.function.LongPredicate;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.mt.BadServerSalt;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;
import xyz.contentfactory.telegram.tl.mt.PlainBadMsgNotification;
import xyz.contentfactory.telegram.tl.mt.Pong;
import xyz.contentfactory.telegram.tl.mt.RpcResult;

/// Tells the server's own time from a replay when a packet seems to be of another time: ours may
/// have been set while the connection stood. What answers a message that still waits was written
/// after it.
final class Freshness {
  private final LongPredicate waits;

  /// @param waits whether the message with this id waits for an answer
  Freshness(LongPredicate waits) {
    this.waits = waits;
  }

  boolean answersWhatWaits(byte[] body) {
    var in = Wire.reader(new Inflation().unpacked(body));
    return in.peekInt() == MsgContainer.ID
        ? ((MsgContainer) in.readMtObject())
            .messages().stream().anyMatch(part -> answers(Wire.reader(part.body().toByteArray())))
        : answers(in);
  }

  private boolean answers(TlReader in) {
    return switch (in.peekInt()) {
      case RpcResult.ID, Pong.ID, BadServerSalt.ID, PlainBadMsgNotification.ID ->
          switch (in.readMtObject()) {
            case RpcResult result -> waits.test(result.reqMsgId());
            case Pong pong -> waits.test(pong.msgId());
            case BadServerSalt bad -> waits.test(bad.badMsgId());
            case PlainBadMsgNotification bad -> waits.test(bad.badMsgId());
            default -> false;
          };
      default -> false;
    };
  }
}
