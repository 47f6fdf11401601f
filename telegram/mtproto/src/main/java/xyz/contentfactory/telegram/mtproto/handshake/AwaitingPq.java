package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Instant;
import java.util.List;
import xyz.contentfactory.telegram.crypto.Factorisation;
import xyz.contentfactory.telegram.crypto.Numbers;
import xyz.contentfactory.telegram.crypto.RsaPadding;
import xyz.contentfactory.telegram.crypto.RsaPublicKey;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.PQInnerDataDc;
import xyz.contentfactory.telegram.tl.mt.PQInnerDataTempDc;
import xyz.contentfactory.telegram.tl.mt.ReqDHParams;
import xyz.contentfactory.telegram.tl.mt.ResPQ;

/// First step of the client: `req_pq_multi` is out, the server shall show a number to factor and
/// the keys it has.
public final class AwaitingPq implements HandshakeStep.Awaiting {
  private final KeyExchangeSettings settings;
  private final Bytes nonce;
  private final byte[] packet;

  AwaitingPq(KeyExchangeSettings settings, Bytes nonce, byte[] packet) {
    this.settings = settings;
    this.nonce = nonce;
    this.packet = packet;
  }

  @Override
  public byte[] packet() {
    return packet.clone();
  }

  /// Only looks whether the answer is one to this question, by a server whose key we trust; for who
  /// wants to know whether a way leads to Telegram, and needs no key. (It proves nothing: the
  /// fingerprints are public.)
  ///
  /// @throws ProtocolViolation when it is something else
  /// @throws SecurityCheckFailed when it answers another question, or has none of our keys
  public void check(byte[] answer) {
    var _ = trusted(offer(answer).serverPublicKeyFingerprints());
  }

  private ResPQ offer(byte[] answer) {
    if (!(PlainPacket.read(answer) instanceof ResPQ offer)) {
      throw new ProtocolViolation("resPQ was expected");
    }
    Nonces.same(nonce, offer.nonce());
    return offer;
  }

  @Override
  public AwaitingDh on(byte[] answer, Instant now) {
    var offer = offer(answer);
    var key = trusted(offer.serverPublicKeyFingerprints());
    var nonces = new Nonces(nonce, offer.serverNonce(), Bytes.of(settings.entropy().bytes(32)));
    var factors = factors(offer.pq());
    var p = bytes(factors.p());
    var q = bytes(factors.q());
    var inner = innerData(nonces, offer.pq(), p, q).toBytes();
    var sealed = Bytes.of(RsaPadding.encrypt(inner, key, settings.entropy()));
    var ask = new ReqDHParams(nonce, nonces.serverNonce(), p, q, key.fingerprint(), sealed);
    return new AwaitingDh(settings, nonces, PlainPacket.write(MsgId.at(now), ask));
  }

  private RsaPublicKey trusted(List<Long> fingerprints) {
    return settings.serverKeys().stream()
        .filter(key -> fingerprints.contains(key.fingerprint()))
        .findFirst()
        .orElseThrow(() -> new SecurityCheckFailed("the server has a key that we trust"));
  }

  private Factorisation.Factors factors(Bytes pq) {
    var number = Numbers.fromUnsigned(pq.toByteArray());
    if (pq.isEmpty() || number.bitLength() > Long.SIZE) {
      throw new ProtocolViolation("pq has at most 64 bits");
    }
    try {
      return Factorisation.of(number.longValue(), settings.entropy());
    } catch (IllegalArgumentException prime) {
      throw new ProtocolViolation("pq is a product of two numbers", prime);
    }
  }

  private TlObject innerData(Nonces nonces, Bytes pq, Bytes p, Bytes q) {
    int dc = settings.dc().value();
    var server = nonces.serverNonce();
    var fresh = nonces.newNonce();
    return settings
        .temporaryFor()
        .<TlObject>map(lifetime ->
            new PQInnerDataTempDc(
                pq, p, q, nonce, server, fresh, dc, Math.toIntExact(lifetime.toSeconds())))
        .orElseGet(() -> new PQInnerDataDc(pq, p, q, nonce, server, fresh, dc));
  }

  private static Bytes bytes(long factor) {
    return Bytes.of(Numbers.unsigned(Numbers.ofUnsigned(factor)));
  }
}
