package xyz.contentfactory.telegram.mtproto.handshake;

import java.util.function.LongPredicate;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPrivateKey;

/// What a server's key exchange needs.
///
/// @param keyIdTaken says whether an auth key with this id exists already (then the client retries)
public record ServerKeyExchangeSettings(
    RsaPrivateKey key, Entropy entropy, LongPredicate keyIdTaken) {}
