package xyz.contentfactory.telegram.mtproto.handshake;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xyz.contentfactory.telegram.crypto.Numbers;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.ReqPq;
import xyz.contentfactory.telegram.tl.mt.ReqPqMulti;
import xyz.contentfactory.telegram.tl.mt.ResPQ;

/// First step of the server: nothing is known yet.
public final class AwaitingReqPq implements ServerHandshakeStep {
  /// The lowest two bits of the id of an answer.
  static final long ANSWER = 1;

  private final ServerKeyExchangeSettings settings;

  AwaitingReqPq(ServerKeyExchangeSettings settings) {
    this.settings = settings;
  }

  @Override
  public ServerTurn on(byte[] packet, Instant now) {
    return on(PlainPacket.read(packet), now);
  }

  /// Also the way back for a client that begins again in the middle.
  ServerTurn on(TlObject object, Instant now) {
    return switch (object) {
      case ReqPq ask -> offer(ask.nonce(), now);
      case ReqPqMulti ask -> offer(ask.nonce(), now);
      default -> throw new ProtocolViolation("req_pq was expected");
    };
  }

  private ServerTurn offer(Bytes nonce, Instant now) {
    var serverNonce = Bytes.of(settings.entropy().bytes(16));
    var p = prime();
    var q = prime();
    while (p.equals(q)) {
      q = prime();
    }
    var pq = p.multiply(q);
    var fingerprint = settings.key().publicKey().fingerprint();
    var answer =
        new ResPQ(nonce, serverNonce, Bytes.of(Numbers.unsigned(pq)), List.of(fingerprint));
    return new ServerTurn(
        PlainPacket.write(MsgId.at(now) | ANSWER, answer),
        new AwaitingReqDh(settings, nonce, serverNonce, pq),
        Optional.empty());
  }

  /// 31 bits, so that pq stays a positive signed long as Telegram's does.
  private BigInteger prime() {
    while (true) {
      long bits = settings.entropy().nextLong() & 0x3fff_ffffL;
      var candidate = BigInteger.valueOf(bits | 0x4000_0001L);
      if (candidate.isProbablePrime(40)) {
        return candidate;
      }
    }
  }
}
