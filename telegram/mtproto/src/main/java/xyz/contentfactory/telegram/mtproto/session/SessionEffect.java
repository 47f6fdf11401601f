package xyz.contentfactory.telegram.mtproto.session;

import xyz.contentfactory.telegram.mtproto.CallId;

/// What a client session has to tell its owner.
public sealed interface SessionEffect {
  /// The call's answer: the TL bytes of the result, unpacked.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Replied(CallId call, byte[] body) implements SessionEffect {
    @Override
    public String toString() {
      return "Replied[" + call + ", " + body.length + " bytes]";
    }
  }

  /// The call was refused by the server.
  record RpcFailed(CallId call, int code, String type) implements SessionEffect {}

  /// The server has confirmed receipt of the call.
  record Acked(CallId call) implements SessionEffect {}

  /// An update that no call asked for: TL bytes of an `Updates`, unpacked.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Pushed(byte[] body) implements SessionEffect {
    @Override
    public String toString() {
      return "Pushed[" + body.length + " bytes]";
    }
  }

  /// The server has begun a new session: updates may have been missed, fetch the difference.
  record NewSession() implements SessionEffect {}

  /// Salt or clock offset changed: worth storing.
  record SaltChanged() implements SessionEffect {}

  /// No sign of life: close the connection and open another.
  record ConnectionDead() implements SessionEffect {}
}
