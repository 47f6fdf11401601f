package xyz.contentfactory.telegram.mtproto.handshake;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.tl.Bytes;
import xyz.contentfactory.telegram.tl.TlObject;
import xyz.contentfactory.telegram.tl.mt.PQInnerDataDc;
import xyz.contentfactory.telegram.tl.mt.PQInnerDataTemp;
import xyz.contentfactory.telegram.tl.mt.PQInnerDataTempDc;
import xyz.contentfactory.telegram.tl.mt.PlainPQInnerData;

/// What a client says under RSA, in whichever of the four forms it says it.
record ClientClaims(
    Bytes p,
    Bytes q,
    Bytes nonce,
    Bytes serverNonce,
    Bytes newNonce,
    OptionalInt dc,
    Optional<Duration> lifetime) {

  static ClientClaims of(TlObject inner) {
    return switch (inner) {
      case PlainPQInnerData d ->
          new ClientClaims(
              d.p(), d.q(), d.nonce(), d.serverNonce(), d.newNonce(), NO_DC, Optional.empty());
      case PQInnerDataDc d ->
          new ClientClaims(
              d.p(), d.q(), d.nonce(), d.serverNonce(), d.newNonce(), dc(d.dc()), Optional.empty());
      case PQInnerDataTemp d ->
          new ClientClaims(
              d.p(), d.q(), d.nonce(), d.serverNonce(), d.newNonce(), NO_DC, of(d.expiresIn()));
      case PQInnerDataTempDc d ->
          new ClientClaims(
              d.p(),
              d.q(),
              d.nonce(),
              d.serverNonce(),
              d.newNonce(),
              dc(d.dc()),
              of(d.expiresIn()));
      default -> throw new ProtocolViolation("p_q_inner_data was expected");
    };
  }

  private static final OptionalInt NO_DC = OptionalInt.empty();

  private static OptionalInt dc(int wire) {
    return OptionalInt.of(wire);
  }

  private static Optional<Duration> of(int seconds) {
    if (seconds <= 0) {
      throw new ProtocolViolation("a temporary key lives for a while");
    }
    return Optional.of(Duration.ofSeconds(seconds));
  }

  @Override
  public String toString() {
    return "ClientClaims";
  }
}
