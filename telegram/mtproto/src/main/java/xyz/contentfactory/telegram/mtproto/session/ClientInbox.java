package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.BadServerSalt;
import xyz.contentfactory.telegram.tl.mt.DestroySessionNone;
import xyz.contentfactory.telegram.tl.mt.DestroySessionOk;
import xyz.contentfactory.telegram.tl.mt.FutureSalts;
import xyz.contentfactory.telegram.tl.mt.MsgContainer;
import xyz.contentfactory.telegram.tl.mt.MsgNewDetailedInfo;
import xyz.contentfactory.telegram.tl.mt.MsgResendReq;
import xyz.contentfactory.telegram.tl.mt.MsgsAck;
import xyz.contentfactory.telegram.tl.mt.MsgsAllInfo;
import xyz.contentfactory.telegram.tl.mt.MsgsStateInfo;
import xyz.contentfactory.telegram.tl.mt.MsgsStateReq;
import xyz.contentfactory.telegram.tl.mt.NewSessionCreated;
import xyz.contentfactory.telegram.tl.mt.PlainBadMsgNotification;
import xyz.contentfactory.telegram.tl.mt.PlainMsgDetailedInfo;
import xyz.contentfactory.telegram.tl.mt.Pong;
import xyz.contentfactory.telegram.tl.mt.RpcError;
import xyz.contentfactory.telegram.tl.mt.RpcResult;

/// What a client session makes of the messages it receives.
final class ClientInbox {
  /// So many refused messages in a row mean that nothing works any more.
  private static final int HOPELESS = 12;

  private static final int CLOCK_TOO_SLOW = 16;
  private static final int CLOCK_TOO_FAST = 17;
  private static final int TOO_OLD = 20;
  private static final int SEQ_NO_FIRST = 32;
  private static final int SEQ_NO_LAST = 35;

  private final ClientSession session;
  private final PendingCalls calls;
  private final AckQueue acks;
  private final Salts salts;
  private final ServerClock clock;
  private final IncomingIds incoming = new IncomingIds();
  private final ClientDesk desk;
  private final Freshness freshness;
  private long serverSession;
  private int refusals;

  ClientInbox(
      ClientSession session, PendingCalls calls, AckQueue acks, Salts salts, ServerClock clock) {
    this.session = session;
    this.calls = calls;
    this.acks = acks;
    this.salts = salts;
    this.clock = clock;
    this.desk = new ClientDesk(session, calls, acks, salts, incoming);
    this.freshness = new Freshness(session::awaitsAnswerTo);
  }

  void accept(Envelope envelope, Instant now) {
    if (envelope.sessionId() != session.sessionId()) {
      throw new SecurityCheckFailed("the packet belongs to this session");
    }
    if ((envelope.msgId() & 1) == 0) {
      throw new SecurityCheckFailed("a server's message ids are odd");
    }
    var message = new OutMessage(envelope.msgId(), envelope.seqNo(), envelope.body());
    Wire.reading(() -> {
      if (isTimely(message, now)) {
        session.heard(now);
        take(message, new Inflation(), now, false);
      }
    });
  }

  private boolean isTimely(OutMessage message, Instant now) {
    long msgId = message.msgId();
    if (clock.isTimely(msgId, now)) {
      return true;
    }
    boolean fresh =
        !clock.isProven() || (incoming.isNew(msgId) && freshness.answersWhatWaits(message.body()));
    if (fresh) {
      setClock(msgId, now);
    }
    return fresh;
  }

  private void take(OutMessage message, Inflation inflation, Instant now, boolean inside) {
    if (SeqNos.wantsAck(message.seqNo())) {
      acks.add(message.msgId(), now);
    }
    if (incoming.add(message.msgId())) {
      body(message, inflation, now, inside);
    }
  }

  private void body(OutMessage message, Inflation inflation, Instant now, boolean inside) {
    var body = inflation.unpacked(message.body());
    var in = Wire.reader(body);
    switch (in.peekInt()) {
      case MsgContainer.ID -> {
        if (inside) {
          throw new ProtocolViolation("a container inside a container");
        }
        for (var part : ((MsgContainer) in.readMtObject()).messages()) {
          var inner = new OutMessage(part.msgId(), part.seqno(), part.body().toByteArray());
          take(inner, inflation, now, true);
        }
      }
      case RpcResult.ID -> result((RpcResult) in.readMtObject(), inflation);
      case Pong.ID -> refusals = 0;
      case DestroySessionOk.ID, DestroySessionNone.ID, MsgsStateInfo.ID -> {}
      case BadServerSalt.ID,
          PlainBadMsgNotification.ID,
          NewSessionCreated.ID,
          FutureSalts.ID,
          MsgsAck.ID,
          MsgsStateReq.ID,
          MsgsAllInfo.ID,
          MsgResendReq.ID,
          PlainMsgDetailedInfo.ID,
          MsgNewDetailedInfo.ID ->
          service(message.msgId(), in.readMtObject(), now);
      default -> session.report(new SessionEffect.Pushed(body));
    }
  }

  private void service(long msgId, TlObject message, Instant now) {
    switch (message) {
      case BadServerSalt bad -> {
        salts.set(bad.newServerSalt());
        session.report(new SessionEffect.SaltChanged());
        refused(bad.badMsgId(), CallState.NOT_SENT);
      }
      case PlainBadMsgNotification bad -> badMessage(msgId, bad, now);
      case NewSessionCreated created -> newSession(created);
      case FutureSalts future -> desk.announce(future);
      case MsgsAck ack -> ack.msgIds().forEach(this::acked);
      case MsgsStateReq ask -> desk.answerState(msgId, ask.msgIds());
      case MsgResendReq ask -> desk.resend(msgId, ask.msgIds());
      case PlainMsgDetailedInfo info -> {
        acked(info.msgId());
        desk.fetch(info.answerMsgId(), now);
      }
      case MsgNewDetailedInfo info -> desk.fetch(info.answerMsgId(), now);
      default -> {}
    }
  }

  private void result(RpcResult result, Inflation inflation) {
    refusals = 0;
    var call = calls.byMsgId(result.reqMsgId());
    if (call == null) {
      return;
    }
    calls.remove(call);
    var body = inflation.unpacked(result.result().toByteArray());
    var in = Wire.reader(body);
    session.report(
        in.peekInt() == RpcError.ID && in.readMtObject() instanceof RpcError error
            ? new SessionEffect.RpcFailed(call.id(), error.errorCode(), error.errorMessage())
            : new SessionEffect.Replied(call.id(), body));
  }

  private void acked(long msgId) {
    var call = calls.byMsgId(msgId);
    if (call == null) {
      return;
    }
    boolean news = call.state() != CallState.ACKED;
    call.acked();
    if (news) {
      session.report(new SessionEffect.Acked(call.id()));
    }
  }

  private void badMessage(long msgId, PlainBadMsgNotification bad, Instant now) {
    int code = bad.errorCode();
    if (code == CLOCK_TOO_SLOW || code == CLOCK_TOO_FAST) {
      setClock(msgId, now);
    }
    boolean numbersUnusable =
        code == CLOCK_TOO_FAST || (code >= SEQ_NO_FIRST && code <= SEQ_NO_LAST);
    if (numbersUnusable) {
      // Ids must rise within a session, so a clock set back needs a new one, too.
      countRefusal();
      beginAfresh();
    } else {
      refused(bad.badMsgId(), code == TOO_OLD ? CallState.SENT : CallState.NOT_SENT);
    }
  }

  /// The id names a message or the container around several: each goes out again under a new id.
  private void refused(long badMsgId, CallState newState) {
    countRefusal();
    session.sayAgain();
    calls.where(call -> call.isNamed(badMsgId)).forEach(call -> calls.refused(call, newState));
  }

  private void countRefusal() {
    if (++refusals > HOPELESS) {
      refusals = 0;
      session.dead();
    }
  }

  private void beginAfresh() {
    incoming.clear();
    clock.doubt();
    serverSession = 0;
    session.beginAfresh();
  }

  private void newSession(NewSessionCreated created) {
    if (created.uniqueId() == serverSession) {
      return;
    }
    serverSession = created.uniqueId();
    salts.set(created.serverSalt());
    long first = created.firstMsgId();
    calls
        .where(call ->
            call.hasMsgId()
                && call.packetId() != 0
                && Math.max(call.msgId(), call.packetId()) < first)
        .forEach(call -> calls.renew(call, call.state()));
    session.report(new SessionEffect.SaltChanged());
    session.report(new SessionEffect.NewSession());
  }

  private void setClock(long msgId, Instant now) {
    clock.set(msgId, now);
    session.report(new SessionEffect.SaltChanged());
  }
}
