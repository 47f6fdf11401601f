package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Duration;
import java.time.Instant;
import xyz.contentfactory.telegram.crypto.DhGroup;
import xyz.contentfactory.telegram.crypto.Numbers;
import xyz.contentfactory.telegram.crypto.UnsafeGroup;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.mt.ServerDHInnerData;
import xyz.contentfactory.telegram.tl.mt.ServerDHParamsFail;
import xyz.contentfactory.telegram.tl.mt.ServerDHParamsOk;

/// Second step of the client: the factors are out under the server's RSA key, the server shall show
/// its half of the Diffie–Hellman exchange.
public final class AwaitingDh implements HandshakeStep.Awaiting {
  private final KeyExchangeSettings settings;
  private final Nonces nonces;
  private final byte[] packet;

  AwaitingDh(KeyExchangeSettings settings, Nonces nonces, byte[] packet) {
    this.settings = settings;
    this.nonces = nonces;
    this.packet = packet;
  }

  @Override
  public byte[] packet() {
    return packet.clone();
  }

  @Override
  public AwaitingDhGen on(byte[] answer, Instant now) {
    var offer =
        switch (PlainPacket.read(answer)) {
          case ServerDHParamsOk ok -> opened(ok);
          case ServerDHParamsFail fail -> throw refused(fail);
          default -> throw new ProtocolViolation("server_DH_params was expected");
        };
    nonces.check(offer.nonce(), offer.serverNonce());
    var exchange = checked(offer);
    var clockOffset = Duration.between(now, Instant.ofEpochSecond(offer.serverTime()));
    return AwaitingDhGen.first(settings, nonces, exchange, clockOffset, now);
  }

  private ServerDHInnerData opened(ServerDHParamsOk ok) {
    nonces.check(ok.nonce(), ok.serverNonce());
    if (!(HashedData.open(ok.encryptedAnswer(), nonces.aes()) instanceof ServerDHInnerData data)) {
      throw new ProtocolViolation("server_DH_inner_data was expected");
    }
    return data;
  }

  private static AwaitingDhGen.Exchange checked(ServerDHInnerData offer) {
    try {
      var prime = Numbers.fromUnsigned(offer.dhPrime().toByteArray());
      var group = DhGroup.checked(prime, offer.g());
      var half = Numbers.fromUnsigned(offer.gA().toByteArray());
      return new AwaitingDhGen.Exchange(group, group.checkedHalf(half));
    } catch (UnsafeGroup unsafe) {
      throw new SecurityCheckFailed(String.valueOf(unsafe.getMessage()));
    }
  }

  private RuntimeException refused(ServerDHParamsFail fail) {
    nonces.check(fail.nonce(), fail.serverNonce());
    Nonces.same(nonces.failureProof(), fail.newNonceHash());
    return new ProtocolViolation("the server refused the key exchange");
  }
}
