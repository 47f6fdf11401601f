package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.time.Duration;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.Framing;
import xyz.contentfactory.telegram.net.proxy.Pipe;

/// Question and answer in clear, before there is a session.
final class FirstPackets {
  private static final int READ_BUFFER_BYTES = 4096;

  private final Pipe pipe;
  private final Framing framing;
  private final Duration patience;
  private final byte[] buffer = new byte[READ_BUFFER_BYTES];

  /// @param patience for each answer
  FirstPackets(Pipe pipe, Framing framing, Duration patience) {
    this.pipe = pipe;
    this.framing = framing;
    this.patience = patience;
  }

  void send(byte[] packet) throws IOException {
    pipe.write(framing.frame(packet));
  }

  /// The next packet, within the patience however slowly its bytes drip in.
  byte[] receive() throws IOException {
    var deadline = System.nanoTime() + patience.toNanos();
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
    pipe.waitAtMost((int) Math.min(leftMillis, Integer.MAX_VALUE));
    var count = pipe.read(buffer);
    if (count < 0) {
      throw new IOException("the data centre closed the connection during the key exchange");
    }
    framing.feed(buffer, 0, count);
  }
}
