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
  private boolean confirmed;
  private boolean repeated;
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

  /// Whether it is out and the server has not said that it came.
  boolean isUnconfirmed() {
    return packetId != 0 && !due && !confirmed;
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

  /// Whether the id is this call's, or that of the container it went out in last.
  boolean isNamed(long id) {
    return hasMsgId() && (msgId == id || packetId == id);
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
    confirmed = true;
    due = false;
  }

  /// Goes out again under the same id: the server will not run it twice.
  void repeat() {
    due = true;
    confirmed = false;
    repeated = true;
  }

  /// The server refused the last copy, and goes on to get another under a new id. What is known of
  /// earlier copies stays true.
  void refused(CallState newState) {
    renew(repeated ? state : newState);
  }

  /// Goes out again under a new id.
  void renew(CallState newState) {
    due = true;
    confirmed = false;
    msgId = 0;
    packetId = 0;
    state = newState;
  }
}
