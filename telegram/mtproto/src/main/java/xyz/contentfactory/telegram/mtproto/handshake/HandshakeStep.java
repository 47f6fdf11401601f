package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Instant;

/// Where a client's key exchange stands. Each awaiting step has the packet to send and takes the
/// server's answer to it; the order is in the types, and a loop needs only {@link Awaiting}:
///
/// ```java
/// HandshakeStep step = KeyExchange.start(settings, now);
/// while (step instanceof HandshakeStep.Awaiting awaiting) {
///   send(awaiting.packet());
///   step = awaiting.on(receive(), now());
/// }
/// Established key = (Established) step;
/// ```
public sealed interface HandshakeStep permits HandshakeStep.Awaiting, Established {
  /// A step that waits for the server.
  sealed interface Awaiting extends HandshakeStep permits AwaitingPq, AwaitingDh, AwaitingDhGen {
    /// What to send now.
    byte[] packet();

    /// Takes the server's answer. Costs CPU (factorisation, 2048-bit powers: up to some hundred
    /// milliseconds). Throws `SecurityCheckFailed` or `ProtocolViolation`: close and start afresh.
    HandshakeStep on(byte[] packet, Instant now);
  }
}
