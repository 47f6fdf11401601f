package xyz.contentfactory.telegram.mtproto.handshake;

import java.util.Optional;

/// The server's answer to one packet of a key exchange.
///
/// @param packet what to send; store the issued key durably before sending it
/// @param issued the new key, when this packet completed the exchange
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record ServerTurn(byte[] packet, ServerHandshakeStep next, Optional<IssuedKey> issued) {}
