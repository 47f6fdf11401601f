package xyz.contentfactory.telegram.mtproto.handshake;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import xyz.contentfactory.telegram.crypto.DhGroup;
import xyz.contentfactory.telegram.crypto.Numbers;
import xyz.contentfactory.telegram.crypto.UnsafeGroup;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.ClientDHInnerData;
import xyz.contentfactory.telegram.tl.mt.DhGenOk;
import xyz.contentfactory.telegram.tl.mt.DhGenRetry;
import xyz.contentfactory.telegram.tl.mt.SetClientDHParams;

/// Third step of the server: our half is out, the client shall send its own.
public final class AwaitingSetDh implements ServerHandshakeStep {
  private final ServerKeyExchangeSettings settings;
  private final Nonces nonces;
  private final Exchange exchange;
  private final ClientClaims claims;
  private final long retryId;

  private AwaitingSetDh(
      ServerKeyExchangeSettings settings,
      Nonces nonces,
      Exchange exchange,
      ClientClaims claims,
      long retryId) {
    this.settings = settings;
    this.nonces = nonces;
    this.exchange = exchange;
    this.claims = claims;
    this.retryId = retryId;
  }

  /// The group and the secret exponent of ours.
  record Exchange(DhGroup group, BigInteger secret) {
    @Override
    public String toString() {
      return "Exchange";
    }
  }

  static AwaitingSetDh first(
      ServerKeyExchangeSettings settings, Nonces nonces, Exchange exchange, ClientClaims claims) {
    return new AwaitingSetDh(settings, nonces, exchange, claims, 0);
  }

  @Override
  public ServerTurn on(byte[] packet, Instant now) {
    var object = PlainPacket.read(packet);
    return object instanceof SetClientDHParams set
        ? answer(set, now)
        : new AwaitingReqPq(settings).on(object, now);
  }

  private ServerTurn answer(SetClientDHParams set, Instant now) {
    nonces.check(set.nonce(), set.serverNonce());
    if (!(HashedData.open(set.encryptedData(), nonces.aes()) instanceof ClientDHInnerData data)) {
      throw new ProtocolViolation("client_DH_inner_data was expected");
    }
    nonces.check(data.nonce(), data.serverNonce());
    if (data.retryId() != retryId) {
      throw new ProtocolViolation("retry_id names the refused key");
    }
    var key = sharedKey(data);
    return settings.keyIdTaken().test(key.id()) ? askAgain(key, now) : confirm(key, now);
  }

  private AuthKey sharedKey(ClientDHInnerData data) {
    var group = exchange.group();
    try {
      var half = group.checkedHalf(Numbers.fromUnsigned(data.gB().toByteArray()));
      return AuthKey.of(group.shared(half, exchange.secret()));
    } catch (UnsafeGroup unsafe) {
      throw new SecurityCheckFailed(String.valueOf(unsafe.getMessage()));
    }
  }

  private ServerTurn askAgain(AuthKey key, Instant now) {
    var retry = new DhGenRetry(nonces.nonce(), nonces.serverNonce(), nonces.proof(2, key));
    var next = new AwaitingSetDh(settings, nonces, exchange, claims, key.auxHash());
    return new ServerTurn(packet(retry, now), next, Optional.empty());
  }

  private ServerTurn confirm(AuthKey key, Instant now) {
    var ok = new DhGenOk(nonces.nonce(), nonces.serverNonce(), nonces.proof(1, key));
    var issued =
        new IssuedKey(key, nonces.firstSalt(), claims.dc(), claims.lifetime().map(now::plus));
    return new ServerTurn(packet(ok, now), new AwaitingReqPq(settings), Optional.of(issued));
  }

  private static byte[] packet(TlObject answer, Instant now) {
    return PlainPacket.write(MsgId.at(now) | AwaitingReqPq.ANSWER, answer);
  }
}
