package xyz.contentfactory.telegram.net;

import java.io.IOException;
import xyz.contentfactory.telegram.mtproto.handshake.Established;
import xyz.contentfactory.telegram.mtproto.handshake.HandshakeStep;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchange;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchangeSettings;

/// Carries the key exchange over a connection; its mathematics runs on the [CryptoPool].
final class KeyAgreement {
  private final FirstPackets packets;
  private final DcEndpoint endpoint;
  private final ConnectionSettings settings;

  KeyAgreement(FirstPackets packets, DcEndpoint endpoint, ConnectionSettings settings) {
    this.packets = packets;
    this.endpoint = endpoint;
    this.settings = settings;
  }

  KnownKey run() throws IOException {
    var wanted =
        KeyExchangeSettings.permanent(endpoint.serverKeys(), endpoint.dc(), settings.entropy());
    HandshakeStep step = KeyExchange.start(wanted, settings.clock().instant());
    while (step instanceof HandshakeStep.Awaiting awaiting) {
      packets.send(awaiting.packet());
      var answer = packets.receive();
      step = CryptoPool.shared().run(() -> awaiting.on(answer, settings.clock().instant()));
    }
    var made = (Established) step;
    return new KnownKey(made.authKey(), made.firstSalt(), made.clockOffset());
  }
}
