package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Instant;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.mt.ReqPqMulti;

/// Begins a client's key exchange. See <https://core.telegram.org/mtproto/auth_key>.
public final class KeyExchange {
  private KeyExchange() {}

  /// The first step: send its packet, then go on with its answer.
  public static AwaitingPq start(KeyExchangeSettings settings, Instant now) {
    var nonce = Bytes.of(settings.entropy().bytes(16));
    var packet = PlainPacket.write(MsgId.at(now), new ReqPqMulti(nonce));
    return new AwaitingPq(settings, nonce, packet);
  }
}
