package xyz.contentfactory.telegram.mtproto.handshake;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import xyz.contentfactory.telegram.crypto.DhGroup;
import xyz.contentfactory.telegram.crypto.Numbers;
import xyz.contentfactory.telegram.mtproto.AuthKey;
import xyz.contentfactory.telegram.mtproto.MsgId;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.mt.ClientDHInnerData;
import xyz.contentfactory.telegram.tl.mt.DhGenFail;
import xyz.contentfactory.telegram.tl.mt.DhGenOk;
import xyz.contentfactory.telegram.tl.mt.DhGenRetry;
import xyz.contentfactory.telegram.tl.mt.SetClientDHParams;

/// Third step of the client: its half is out, the server shall confirm the key, or ask for another
/// half when the key's id is taken.
public final class AwaitingDhGen implements HandshakeStep.Awaiting {
  /// An honest server asks again once in ages.
  private static final int MAX_ATTEMPTS = 5;

  private final KeyExchangeSettings settings;
  private final Nonces nonces;
  private final Exchange exchange;
  private final Duration clockOffset;
  private final int attempt;
  private final AuthKey key;
  private final byte[] packet;

  private AwaitingDhGen(
      KeyExchangeSettings settings,
      Nonces nonces,
      Exchange exchange,
      Duration clockOffset,
      int attempt,
      long retryId,
      Instant now) {
    this.settings = settings;
    this.nonces = nonces;
    this.exchange = exchange;
    this.clockOffset = clockOffset;
    this.attempt = attempt;
    var group = exchange.group();
    BigInteger secret;
    BigInteger half;
    do {
      secret = group.secret(settings.entropy());
      half = group.publicHalf(secret);
    } while (!group.isInRange(half));
    this.key = AuthKey.of(group.shared(exchange.serverHalf(), secret));
    this.packet = packet(half, retryId, now);
  }

  /// The checked group and the server's checked half.
  record Exchange(DhGroup group, BigInteger serverHalf) {}

  static AwaitingDhGen first(
      KeyExchangeSettings settings,
      Nonces nonces,
      Exchange exchange,
      Duration clockOffset,
      Instant now) {
    return new AwaitingDhGen(settings, nonces, exchange, clockOffset, 1, 0, now);
  }

  @Override
  public byte[] packet() {
    return packet.clone();
  }

  @Override
  public HandshakeStep on(byte[] answer, Instant now) {
    return switch (PlainPacket.read(answer)) {
      case DhGenOk ok -> {
        check(1, ok.nonce(), ok.serverNonce(), ok.newNonceHash1());
        yield established(now);
      }
      case DhGenRetry retry -> {
        check(2, retry.nonce(), retry.serverNonce(), retry.newNonceHash2());
        yield again(now);
      }
      case DhGenFail fail -> {
        check(3, fail.nonce(), fail.serverNonce(), fail.newNonceHash3());
        throw new ProtocolViolation("the server refused the new key");
      }
      default -> throw new ProtocolViolation("dh_gen was expected");
    };
  }

  private Established established(Instant now) {
    return new Established(
        key, nonces.firstSalt(), clockOffset, settings.temporaryFor().map(now::plus));
  }

  private AwaitingDhGen again(Instant now) {
    if (attempt == MAX_ATTEMPTS) {
      throw new ProtocolViolation("the server refuses every key");
    }
    return new AwaitingDhGen(
        settings, nonces, exchange, clockOffset, attempt + 1, key.auxHash(), now);
  }

  private void check(int number, Bytes nonce, Bytes serverNonce, Bytes proof) {
    nonces.check(nonce, serverNonce);
    if (!nonces.proof(number, key).equals(proof)) {
      throw new SecurityCheckFailed("the server has made the same key");
    }
  }

  private byte[] packet(BigInteger half, long retryId, Instant now) {
    var server = nonces.serverNonce();
    var data =
        new ClientDHInnerData(nonces.nonce(), server, retryId, Bytes.of(Numbers.unsigned(half)));
    var sealed = HashedData.seal(data, nonces.aes(), settings.entropy());
    return PlainPacket.write(MsgId.at(now), new SetClientDHParams(nonces.nonce(), server, sealed));
  }
}
