package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import java.util.List;
import xyz.contentfactory.telegram.mtproto.ServerSalt;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.mt.FutureSalt;
import xyz.contentfactory.telegram.tl.mt.FutureSalts;
import xyz.contentfactory.telegram.tl.mt.MsgResendReq;
import xyz.contentfactory.telegram.tl.mt.MsgsStateInfo;

/// Answers what the server asks about messages, and fetches what it says it has.
///
/// @param incoming the ids received in this session
record ClientDesk(
    ClientSession session, PendingCalls calls, AckQueue acks, Salts salts, IncomingIds incoming) {

  void announce(FutureSalts future) {
    salts.announce(future.salts().stream().map(ClientDesk::salt).toList());
  }

  void answerState(long reqMsgId, List<Long> msgIds) {
    var states = new byte[msgIds.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = incoming.state(msgIds.get(i));
    }
    session.say(new MsgsStateInfo(reqMsgId, Bytes.of(states)));
  }

  void resend(long reqMsgId, List<Long> msgIds) {
    var known = calls.where(call -> call.hasMsgId() && msgIds.contains(call.msgId()));
    known.forEach(PendingCall::repeat);
    if (known.size() < msgIds.size()) {
      answerState(reqMsgId, msgIds);
    }
  }

  void fetch(long answerMsgId, Instant now) {
    if (incoming.contains(answerMsgId)) {
      acks.add(answerMsgId, now);
    } else {
      session.say(new MsgResendReq(List.of(answerMsgId)));
    }
  }

  private static ServerSalt salt(FutureSalt salt) {
    long until = Integer.toUnsignedLong(salt.validUntil());
    long since = Math.min(Integer.toUnsignedLong(salt.validSince()), until);
    return new ServerSalt(salt.salt(), Instant.ofEpochSecond(since), Instant.ofEpochSecond(until));
  }
}
