package xyz.contentfactory.telegram.net;

import java.time.Duration;
import java.time.InstantSource;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.DcId;
import xyz.contentfactory.telegram.mtproto.framing.Framing;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;
import xyz.contentfactory.telegram.net.proxy.Dialler;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.Route;

/// How patient a connection is, and where its time and randomness come from.
///
/// @param connectTimeout for the TCP connection
/// @param handshakeTimeout for each answer of the key exchange
/// @param backoff waits between attempts to connect
/// @param obfuscated hides the framing from whoever counts bytes on the way; not with `FULL`
/// @param callsInFlight calls waiting for an answer at once; further callers wait for a place
public record ConnectionSettings(
    Duration connectTimeout,
    Duration handshakeTimeout,
    Backoff backoff,
    int callsInFlight,
    FramingKind framing,
    boolean obfuscated,
    InstantSource clock,
    Entropy entropy) {
  private static final int CALLS_IN_FLIGHT = 256;

  public ConnectionSettings {
    if (!connectTimeout.isPositive() || !handshakeTimeout.isPositive() || callsInFlight < 1) {
      throw new IllegalArgumentException("timeouts and limits are positive");
    }
  }

  /// For Telegram over the internet.
  public static ConnectionSettings standard(InstantSource clock, Entropy entropy) {
    return new ConnectionSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1)),
        CALLS_IN_FLIGHT,
        FramingKind.ABRIDGED,
        true,
        clock,
        entropy);
  }

  Dialler dialler(Route route) {
    return new Dialler(route, connectTimeout, handshakeTimeout, clock, entropy);
  }

  /// An MTProxy can only be spoken to under its secret, and may insist on padding.
  Framing framingOn(Route route, DcId dc) {
    if (route.proxy() instanceof Proxy.MtProxy proxy) {
      var secret = proxy.secret();
      var kind =
          secret.kind() == MtProxySecret.Kind.PLAIN
              ? FramingKind.INTERMEDIATE
              : FramingKind.PADDED_INTERMEDIATE;
      return Framing.obfuscatedClient(kind, dc, secret.key(), entropy);
    }
    return obfuscated
        ? Framing.obfuscatedClient(framing, dc, entropy)
        : Framing.client(framing, entropy);
  }

  public ConnectionSettings withBackoff(Backoff waits) {
    return new ConnectionSettings(
        connectTimeout,
        handshakeTimeout,
        waits,
        callsInFlight,
        framing,
        obfuscated,
        clock,
        entropy);
  }

  public ConnectionSettings withTimeouts(Duration connect, Duration handshake) {
    return new ConnectionSettings(
        connect, handshake, backoff, callsInFlight, framing, obfuscated, clock, entropy);
  }

  public ConnectionSettings withFraming(FramingKind kind, boolean hidden) {
    return new ConnectionSettings(
        connectTimeout, handshakeTimeout, backoff, callsInFlight, kind, hidden, clock, entropy);
  }
}
