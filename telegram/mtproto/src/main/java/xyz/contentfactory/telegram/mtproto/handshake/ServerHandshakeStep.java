package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Instant;

/// Where a server's key exchange stands. A client may begin again at any time with a new `req_pq`.
/// After {@link IssuedKey} the next step is a fresh {@link AwaitingReqPq}, for the same connection
/// may ask for another key (a temporary one after the permanent one).
public sealed interface ServerHandshakeStep permits AwaitingReqPq, AwaitingReqDh, AwaitingSetDh {
  /// Takes a plain packet. Throws `ProtocolViolation` or `SecurityCheckFailed`: answer with
  /// transport error -404 or close.
  ServerTurn on(byte[] packet, Instant now);
}
