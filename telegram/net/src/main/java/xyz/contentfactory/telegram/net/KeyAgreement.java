package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.net.Socket;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.Framing;
import xyz.contentfactory.telegram.mtproto.handshake.Established;
import xyz.contentfactory.telegram.mtproto.handshake.HandshakeStep;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchange;
import xyz.contentfactory.telegram.mtproto.handshake.KeyExchangeSettings;

/// Carries the key exchange over a socket; its mathematics runs on the [CryptoPool].
final class KeyAgreement {
  private static final int READ_BUFFER_BYTES = 4096;

  private final Socket socket;
  private final Framing framing;
  private final DcEndpoint endpoint;
  private final ConnectionSettings settings;
  private final byte[] buffer = new byte[READ_BUFFER_BYTES];

  KeyAgreement(Socket socket, Framing framing, DcEndpoint endpoint, ConnectionSettings settings) {
    this.socket = socket;
    this.framing = framing;
    this.endpoint = endpoint;
    this.settings = settings;
  }

  KnownKey run() throws IOException {
    var wanted =
        KeyExchangeSettings.permanent(endpoint.serverKeys(), endpoint.dc(), settings.entropy());
    HandshakeStep step = KeyExchange.start(wanted, settings.clock().instant());
    while (step instanceof HandshakeStep.Awaiting awaiting) {
      socket.getOutputStream().write(framing.frame(awaiting.packet()));
      var answer = receive();
      step = CryptoPool.shared().run(() -> awaiting.on(answer, settings.clock().instant()));
    }
    var made = (Established) step;
    return new KnownKey(made.authKey(), made.firstSalt(), made.clockOffset());
  }

  /// The next packet, within the handshake timeout however slowly its bytes drip in.
  private byte[] receive() throws IOException {
    var deadline = System.nanoTime() + settings.handshakeTimeout().toNanos();
    while (true) {
      switch (framing.next()) {
        case Frame.Packet packet -> {
          return packet.bytes();
        }
        case Frame.TransportError error ->
            throw new ProtocolViolation("the key exchange was answered with " + error.code());
        case null -> feed(deadline);
      }
    }
  }

  private void feed(long deadline) throws IOException {
    var leftMillis = (deadline - System.nanoTime()) / 1_000_000;
    if (leftMillis <= 0) {
      throw new IOException("no answer to the key exchange in time");
    }
    socket.setSoTimeout((int) Math.min(leftMillis, Integer.MAX_VALUE));
    var count = socket.getInputStream().read(buffer);
    if (count < 0) {
      throw new IOException("the data centre closed the connection during the key exchange");
    }
    framing.feed(buffer, 0, count);
  }
}
