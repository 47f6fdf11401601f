package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongPredicate;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.mt.BadServerSalt;
import xyz.contentfactory.telegram.tl.mt.DestroyAuthKey;
import xyz.contentfactory.telegram.tl.mt.DestroySession;
import xyz.contentfactory.telegram.tl.mt.GetFutureSalts;
import xyz.contentfactory.telegram.tl.mt.HttpWait;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;
import xyz.contentfactory.telegram.tl.mt.MsgResendReq;
import xyz.contentfactory.telegram.tl.mt.MsgsAck;
import xyz.contentfactory.telegram.tl.mt.MsgsAllInfo;
import xyz.contentfactory.telegram.tl.mt.MsgsStateInfo;
import xyz.contentfactory.telegram.tl.mt.MsgsStateReq;
import xyz.contentfactory.telegram.tl.mt.NewSessionCreated;
import xyz.contentfactory.telegram.tl.mt.Ping;
import xyz.contentfactory.telegram.tl.mt.PingDelayDisconnect;
import xyz.contentfactory.telegram.tl.mt.PlainBadMsgNotification;
import xyz.contentfactory.telegram.tl.mt.PlainRpcDropAnswer;
import xyz.contentfactory.telegram.tl.mt.RpcResult;

/// What a server session makes of the packets it receives. Lenient where clients differ: the parity
/// of sequence numbers does not matter.
final class ServerInbox {
  private static final Duration OLDEST = Duration.ofMinutes(5);
  private static final Duration NEWEST = Duration.ofSeconds(30);
  private static final int CLOCK_TOO_SLOW = 16;
  private static final int CLOCK_TOO_FAST = 17;
  private static final int WRONG_LOW_BITS = 18;
  private static final int TOO_OLD = 20;
  private static final int BAD_SALT = 48;
  private static final int BAD_CONTAINER = 64;

  private final ServerSession session;
  private final ServerDesk desk;
  private final IncomingIds seen = new IncomingIds();
  private boolean greeted;

  ServerInbox(ServerSession session, LongPredicate destroySession) {
    this.session = session;
    this.desk = new ServerDesk(session, seen, destroySession);
  }

  void accept(Envelope envelope, Instant now) {
    long msgId = envelope.msgId();
    int refusal = refusal(msgId, now);
    if (refusal != 0) {
      session.say(new PlainBadMsgNotification(msgId, envelope.seqNo(), refusal));
      return;
    }
    if (!session.salts().accepts(envelope.salt(), now)) {
      long salt = session.salts().current(now).value();
      session.say(new BadServerSalt(msgId, envelope.seqNo(), BAD_SALT, salt));
      return;
    }
    var message = new OutMessage(msgId, envelope.seqNo(), envelope.body());
    var inflation = new Inflation();
    Wire.reading(() -> take(message, inflation, now, false));
  }

  private int refusal(long msgId, Instant now) {
    var written = MsgId.moment(msgId);
    if ((msgId & 3) != 0) {
      return WRONG_LOW_BITS;
    }
    if (written.isAfter(now.plus(NEWEST))) {
      return CLOCK_TOO_FAST;
    }
    boolean late = written.isBefore(now.minus(OLDEST));
    return late && session.answers().get(msgId) == null ? CLOCK_TOO_SLOW : 0;
  }

  private void take(OutMessage message, Inflation inflation, Instant now, boolean inside) {
    var body = inflation.unpacked(message.body());
    var in = Wire.reader(body);
    if (in.peekInt() == MsgContainer.ID) {
      if (inside) {
        session.say(new PlainBadMsgNotification(message.msgId(), message.seqNo(), BAD_CONTAINER));
        return;
      }
      container(message, (MsgContainer) in.readMtObject(), inflation, now);
      return;
    }
    greet(message.msgId(), now);
    if (SeqNos.wantsAck(message.seqNo())) {
      session.outbox().ack(message.msgId());
    }
    body(message, body, now);
    seen.add(message.msgId());
  }

  /// A container that has come before is not looked into again, unless it carries what its sender
  /// repeats: each part knows for itself whether it is new.
  private void container(
      OutMessage outer, MsgContainer container, Inflation inflation, Instant now) {
    long first = outer.msgId();
    for (var part : container.messages()) {
      first = Math.min(first, part.msgId());
    }
    greet(first, now);
    for (var part : container.messages()) {
      if ((part.msgId() & 3) != 0) {
        session.say(new PlainBadMsgNotification(part.msgId(), part.seqno(), WRONG_LOW_BITS));
      } else {
        var inner = new OutMessage(part.msgId(), part.seqno(), part.body().toByteArray());
        take(inner, inflation, now, true);
      }
    }
  }

  private void greet(long firstMsgId, Instant now) {
    if (!greeted) {
      greeted = true;
      var salt = session.salts().current(now).value();
      var created = new NewSessionCreated(firstMsgId, session.entropy().nextLong(), salt);
      session.outbox().push(created.toBytes());
    }
  }

  private void body(OutMessage message, byte[] body, Instant now) {
    var in = Wire.reader(body);
    switch (in.peekInt()) {
      case Ping.ID,
          PingDelayDisconnect.ID,
          GetFutureSalts.ID,
          MsgsAck.ID,
          MsgsStateReq.ID,
          MsgResendReq.ID,
          MsgsStateInfo.ID,
          MsgsAllInfo.ID,
          PlainRpcDropAnswer.ID,
          DestroySession.ID,
          DestroyAuthKey.ID,
          HttpWait.ID ->
          desk.on(message.msgId(), in.readMtObject(), now);
      case RpcResult.ID -> throw new ProtocolViolation("a client answers no calls");
      default -> request(message, body);
    }
  }

  private void request(OutMessage message, byte[] body) {
    long msgId = message.msgId();
    if (session.answers().isForgotten(msgId)) {
      session.say(new PlainBadMsgNotification(msgId, message.seqNo(), TOO_OLD));
    } else if (session.answers().begin(msgId)) {
      session.ask(new ServerEffect.Requested(msgId, body));
    } else {
      var known = session.answers().get(msgId);
      var answer = known == null ? null : known.answer();
      if (answer != null) {
        session.outbox().answer(answer);
      }
    }
  }
}
