package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.DestroyAuthKey;
import xyz.contentfactory.telegram.tl.mt.DestroySession;
import xyz.contentfactory.telegram.tl.mt.DestroySessionNone;
import xyz.contentfactory.telegram.tl.mt.DestroySessionOk;
import xyz.contentfactory.telegram.tl.mt.FutureSalt;
import xyz.contentfactory.telegram.tl.mt.FutureSalts;
import xyz.contentfactory.telegram.tl.mt.GetFutureSalts;
import xyz.contentfactory.telegram.tl.mt.MsgResendReq;
import xyz.contentfactory.telegram.tl.mt.MsgsAck;
import xyz.contentfactory.telegram.tl.mt.MsgsStateInfo;
import xyz.contentfactory.telegram.tl.mt.MsgsStateReq;
import xyz.contentfactory.telegram.tl.mt.Ping;
import xyz.contentfactory.telegram.tl.mt.PingDelayDisconnect;
import xyz.contentfactory.telegram.tl.mt.PlainRpcDropAnswer;
import xyz.contentfactory.telegram.tl.mt.Pong;
import xyz.contentfactory.telegram.tl.mt.RpcAnswerDropped;
import xyz.contentfactory.telegram.tl.mt.RpcAnswerDroppedRunning;
import xyz.contentfactory.telegram.tl.mt.RpcAnswerUnknown;

/// Answers the service messages of a client: what needs no owner.
final class ServerDesk {
  private static final int MAX_SALTS = 64;

  private final ServerSession session;
  private final IncomingIds seen;
  private final LongPredicate destroySession;

  ServerDesk(ServerSession session, IncomingIds seen, LongPredicate destroySession) {
    this.session = session;
    this.seen = seen;
    this.destroySession = destroySession;
  }

  void on(long msgId, TlObject message, Instant now) {
    switch (message) {
      case Ping ping -> session.say(new Pong(msgId, ping.pingId()));
      case PingDelayDisconnect ping -> {
        session.say(new Pong(msgId, ping.pingId()));
        var silence = Duration.ofSeconds(Math.max(1, ping.disconnectDelay()));
        session.ask(new ServerEffect.DisconnectAfter(silence));
      }
      case GetFutureSalts ask -> session.say(futureSalts(msgId, ask.num(), now));
      case MsgsAck ack -> ack.msgIds().forEach(session.outbox()::confirmed);
      case MsgsStateReq ask -> session.say(states(msgId, ask.msgIds()));
      case MsgResendReq ask -> resend(msgId, ask.msgIds());
      case PlainRpcDropAnswer drop -> drop(msgId, drop.reqMsgId());
      case DestroySession ask ->
          session.say(
              destroySession.test(ask.sessionId())
                  ? new DestroySessionOk(ask.sessionId())
                  : new DestroySessionNone(ask.sessionId()));
      case DestroyAuthKey ask -> session.ask(new ServerEffect.DestroyAuthKey(msgId));
      default -> {}
    }
  }

  private FutureSalts futureSalts(long msgId, int wanted, Instant now) {
    int count = Math.clamp(wanted, 1, MAX_SALTS);
    var salts =
        session.salts().future(count, now).stream()
            .map(salt ->
                new FutureSalt(
                    (int) salt.validSince().getEpochSecond(),
                    (int) salt.validUntil().getEpochSecond(),
                    salt.value()))
            .toList();
    return new FutureSalts(msgId, (int) now.getEpochSecond(), salts);
  }

  private MsgsStateInfo states(long msgId, List<Long> msgIds) {
    var states = new byte[msgIds.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = seen.state(msgIds.get(i));
    }
    return new MsgsStateInfo(msgId, Bytes.of(states));
  }

  private void resend(long msgId, List<Long> msgIds) {
    msgIds.forEach(session.outbox()::repeat);
    if (!msgIds.stream().allMatch(session.outbox()::isUnconfirmed)) {
      session.say(states(msgId, msgIds));
    }
  }

  /// The answer to this one travels in an `rpc_result`, as that of a call.
  private void drop(long msgId, long reqMsgId) {
    var known = session.answers().get(reqMsgId);
    TlObject answer;
    if (known == null) {
      answer = new RpcAnswerUnknown();
    } else if (known.answer() == null) {
      session.ask(new ServerEffect.Dropped(reqMsgId));
      answer = new RpcAnswerDroppedRunning();
    } else {
      answer = new RpcAnswerDropped(reqMsgId, 0, 0);
    }
    session.answers().drop(reqMsgId);
    session.answers().begin(msgId);
    session.reply(msgId, answer.toBytes());
  }
}
