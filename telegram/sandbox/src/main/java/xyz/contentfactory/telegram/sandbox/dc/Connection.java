package xyz.contentfactory.telegram.sandbox.dc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.Framing;

/// One accepted socket: a reader and a writer thread with a bounded queue between. Whoever sends
/// faster than the client reads loses the connection, not our memory.
final class Connection implements AutoCloseable {

  private static final int READ_BUFFER = 8 << 10;
  private static final int MOST_QUEUED = 1024;

  /// Whoever connects must say something useful within this time.
  private static final Duration FIRST_PACKET = Duration.ofSeconds(30);

  private static final Duration SILENCE = Duration.ofMinutes(10);

  /// A client that has said its last may still hear its answers for so long.
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private sealed interface Outgoing {
    @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
    record Packet(byte[] bytes) implements Outgoing {}

    record TransportError(int code) implements Outgoing {}

    record End() implements Outgoing {}
  }

  private final Socket socket;
  private final Framing framing;
  private final BlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>(MOST_QUEUED);
  private volatile boolean closed;

  Connection(Socket socket, Framing framing) {
    this.socket = socket;
    this.framing = framing;
  }

  /// Reads until the end, on the calling thread.
  ///
  /// @param onPacket gets every packet; what it throws ends the connection
  void serve(BiConsumer<byte[], Connection> onPacket) {
    Thread writer =
        Thread.ofVirtual().name("sandbox-writer-" + socket.getPort()).start(this::write);
    try {
      socket.setTcpNoDelay(true);
      silentFor(FIRST_PACKET);
      read(onPacket);
      if (queue.offer(new Outgoing.End())) {
        writer.join(LAST_WORDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | MtprotoException _) {
      // The client went away or spoke no MTProto: either way this connection is over.
    } finally {
      close();
      writer.interrupt();
    }
  }

  private void read(BiConsumer<byte[], Connection> onPacket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[READ_BUFFER];
    boolean first = true;
    for (int n = in.read(buffer); n >= 0 && !closed; n = in.read(buffer)) {
      framing.feed(buffer, 0, n);
      for (Frame frame = framing.next(); frame != null; frame = framing.next()) {
        if (frame instanceof Frame.Packet(byte[] packet)) {
          onPacket.accept(packet, this);
          if (first) {
            first = false;
            silentFor(SILENCE);
          }
        }
      }
    }
  }

  /// How long the client may say nothing from now on.
  void silentFor(Duration silence) {
    try {
      socket.setSoTimeout((int) Math.clamp(silence.toMillis(), 1000L, SILENCE.toMillis()));
    } catch (IOException _) {
      close();
    }
  }

  private void write() {
    try (OutputStream out = socket.getOutputStream()) {
      out.write(framing.opening());
      while (true) {
        switch (queue.take()) {
          case Outgoing.Packet(byte[] packet) -> out.write(framing.frame(packet));
          case Outgoing.TransportError(int code) -> out.write(framing.frameError(code));
          case Outgoing.End() -> {
            return;
          }
        }
      }
    } catch (IOException | InterruptedException _) {
      // The reader notices and cleans up.
    } finally {
      close();
    }
  }

  void send(byte[] packet) {
    offer(new Outgoing.Packet(packet));
  }

  /// Says why and hangs up.
  void fail(int transportError) {
    offer(new Outgoing.TransportError(transportError));
    offer(new Outgoing.End());
  }

  private void offer(Outgoing outgoing) {
    if (!closed && !queue.offer(outgoing)) {
      close();
    }
  }

  InetAddress address() {
    return socket.getInetAddress();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    queue.clear();
    try {
      socket.close();
    } catch (IOException _) {
      // Closed all the same.
    }
  }
}
