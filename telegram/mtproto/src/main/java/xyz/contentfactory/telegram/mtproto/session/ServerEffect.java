package xyz.contentfactory.telegram.mtproto.session;

import java.time.Duration;

/// What a server session asks of its owner.
public sealed interface ServerEffect {
  /// A call to run once: raw TL bytes, taken out of containers and gzip. Answer it with {@link
  /// ServerSession#reply} or {@link ServerSession#error} under the same message id.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Requested(long msgId, byte[] body) implements ServerEffect {
    @Override
    public String toString() {
      return "Requested[" + body.length + " bytes]";
    }
  }

  /// The client gave up waiting for the answer; the call may be stopped.
  record Dropped(long msgId) implements ServerEffect {}

  /// The client wants the connection closed if nothing is heard for so long.
  record DisconnectAfter(Duration silence) implements ServerEffect {}

  /// The client asks for its auth key to be forgotten. Answer with {@link
  /// ServerSession#authKeyDestroyed}.
  record DestroyAuthKey(long msgId) implements ServerEffect {}
}
