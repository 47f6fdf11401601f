package xyz.contentfactory.telegram.mtproto.handshake;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import xyz.contentfactory.telegram.crypto.DhGroup;
import xyz.contentfactory.telegram.crypto.Numbers;
import xyz.contentfactory.telegram.crypto.RsaPadding;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlException;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.TlReader;
import xyz.contentfactory.telegram.tl.mt.ReqDHParams;
import xyz.contentfactory.telegram.tl.mt.ServerDHInnerData;
import xyz.contentfactory.telegram.tl.mt.ServerDHParamsOk;

/// Second step of the server: pq is out, the client shall send its factors under our RSA key.
public final class AwaitingReqDh implements ServerHandshakeStep {
  private final ServerKeyExchangeSettings settings;
  private final Bytes nonce;
  private final Bytes serverNonce;
  private final BigInteger pq;

  AwaitingReqDh(ServerKeyExchangeSettings settings, Bytes nonce, Bytes serverNonce, BigInteger pq) {
    this.settings = settings;
    this.nonce = nonce;
    this.serverNonce = serverNonce;
    this.pq = pq;
  }

  @Override
  public ServerTurn on(byte[] packet, Instant now) {
    var object = PlainPacket.read(packet);
    return object instanceof ReqDHParams ask
        ? answer(ask, now)
        : new AwaitingReqPq(settings).on(object, now);
  }

  private ServerTurn answer(ReqDHParams ask, Instant now) {
    var claims = ClientClaims.of(opened(ask));
    Nonces.same(nonce, ask.nonce());
    Nonces.same(serverNonce, ask.serverNonce());
    Nonces.same(nonce, claims.nonce());
    Nonces.same(serverNonce, claims.serverNonce());
    checkFactors(claims);
    var nonces = new Nonces(nonce, serverNonce, claims.newNonce());
    var group = DhGroup.known();
    var secret = group.secret(settings.entropy());
    var data = serverHalf(group, group.publicHalf(secret), now);
    var sealed = HashedData.seal(data, nonces.aes(), settings.entropy());
    return new ServerTurn(
        PlainPacket.write(
            MsgId.at(now) | AwaitingReqPq.ANSWER, new ServerDHParamsOk(nonce, serverNonce, sealed)),
        AwaitingSetDh.first(settings, nonces, new AwaitingSetDh.Exchange(group, secret), claims),
        Optional.empty());
  }

  private TlObject opened(ReqDHParams ask) {
    if (ask.publicKeyFingerprint() != settings.key().publicKey().fingerprint()) {
      throw new SecurityCheckFailed("the client uses our RSA key");
    }
    var data =
        RsaPadding.decrypt(ask.encryptedData().toByteArray(), settings.key())
            .orElseThrow(() -> new SecurityCheckFailed("the RSA padding fits"));
    try {
      return new TlReader(data, 0, data.length, PlainPacket.LIMITS).readMtObject();
    } catch (TlException malformed) {
      throw new ProtocolViolation("malformed p_q_inner_data", malformed);
    }
  }

  private void checkFactors(ClientClaims claims) {
    var p = Numbers.fromUnsigned(claims.p().toByteArray());
    var q = Numbers.fromUnsigned(claims.q().toByteArray());
    boolean whole = p.compareTo(BigInteger.ONE) > 0 && q.compareTo(BigInteger.ONE) > 0;
    if (!whole || p.bitLength() > Long.SIZE || !p.multiply(q).equals(pq)) {
      throw new ProtocolViolation("p times q is pq");
    }
  }

  private ServerDHInnerData serverHalf(DhGroup group, BigInteger half, Instant now) {
    return new ServerDHInnerData(
        nonce,
        serverNonce,
        group.generator().intValueExact(),
        Bytes.of(Numbers.unsigned(group.prime())),
        Bytes.of(Numbers.unsigned(half)),
        (int) now.getEpochSecond());
  }
}
