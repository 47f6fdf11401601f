package xyz.contentfactory.telegram.mtproto.session;

import java.time.Instant;
import xyz.contentfactory.telegram.mtproto.CallId;
import xyz.contentfactory.telegram.mtproto.CallState;

/// A call without an answer so far.
final class PendingCall {
  private final CallId id;
  private final byte[] body;
  private CallState state = CallState.NOT_SENT;
  private boolean due = true;
  private long msgId;
  private int seqNo;
  private long packetId;
  private Instant sentAt = Instant.EPOCH;

  PendingCall(CallId id, byte[] body) {
    this.id = id;
    this.body = body;
  }

  CallId id() {
    return id;
  }

  byte[] body() {
    return body;
  }

  CallState state() {
    return state;
  }

  /// Whether it shall go out with the next packet.
  boolean isDue() {
    return due;
  }

  boolean hasMsgId() {
    return msgId != 0;
  }

  long msgId() {
    return msgId;
  }

  /// The id of the packet it went out in last: its own, or a container's.
  long packetId() {
    return packetId;
  }

  Instant sentAt() {
    return sentAt;
  }

  OutMessage message() {
    return new OutMessage(msgId, seqNo, body);
  }

  void named(long newMsgId, int newSeqNo) {
    msgId = newMsgId;
    seqNo = newSeqNo;
  }

  void sent(long inPacket, Instant now) {
    packetId = inPacket;
    sentAt = now;
    due = false;
    if (state == CallState.NOT_SENT) {
      state = CallState.SENT;
    }
  }

  void acked() {
    state = CallState.ACKED;
    due = false;
  }

  /// Goes out again under the same id: the server will not run it twice.
  void repeat() {
    due = true;
  }

  /// Goes out again under a new id.
  void renew(CallState newState) {
    due = true;
    msgId = 0;
    packetId = 0;
    state = newState;
  }
}
