package xyz.contentfactory.telegram.mtproto.handshake;

/// Begins a server's key exchange: one for each connection that sends plain packets.
public final class ServerKeyExchange {
  private ServerKeyExchange() {}

  public static AwaitingReqPq start(ServerKeyExchangeSettings settings) {
    return new AwaitingReqPq(settings);
  }
}
