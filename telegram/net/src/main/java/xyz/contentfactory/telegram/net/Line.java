package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.Framing;
import xyz.contentfactory.telegram.net.proxy.Pipe;
import xyz.contentfactory.telegram.net.proxy.Route;

/// One socket from dialling to its end. Two virtual threads: this one dials, agrees on a key when
/// there is none, and reads; the other writes. Tells the core what happens and decides nothing.
final class Line implements Runnable {
  /// Packets between core and writer; when it is full the core leaves the rest in the session.
  private static final int OUTGOING_PACKETS = 16;

  /// Packets read and not yet taken by the core; then reading waits, and TCP slows the server down.
  private static final int INCOMING_PACKETS = 16;

  private static final int READ_BUFFER_BYTES = 4096;

  private final DcConnection connection;
  private final DcAddress address;
  private final Route route;
  private final @Nullable KnownKey known;
  private final Framing framing;
  private final Socket socket = new Socket();
  private final LinkedBlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>(OUTGOING_PACKETS);
  private final Semaphore incoming = new Semaphore(INCOMING_PACKETS);
  private volatile boolean coreWaitsForRoom;
  private volatile @Nullable Thread writer;

  Line(DcConnection connection, DcAddress address, Route route, @Nullable KnownKey known) {
    this.connection = connection;
    this.address = address;
    this.route = route;
    this.known = known;
    this.framing = connection.settings().framingOn(route, connection.endpoint().dc());
  }

  /// False when the queue is full; [CoreMessage.RoomToWrite] follows then.
  boolean hasRoom() {
    if (outgoing.remainingCapacity() > 0) {
      return true;
    }
    coreWaitsForRoom = true;
    return outgoing.remainingCapacity() > 0;
  }

  void send(byte[] packet) {
    outgoing.add(packet);
  }

  /// The core has dealt with a frame that it was handed.
  void taken() {
    incoming.release();
  }

  /// Ends both threads. Safe from any thread, any number of times.
  void close() {
    try {
      socket.close();
    } catch (IOException ignored) {
      // Nothing is left to be done with a socket that does not even close.
    }
    var writing = writer;
    if (writing != null) {
      writing.interrupt();
    }
    incoming.release();
  }

  @Override
  public void run() {
    Throwable reason;
    Pipe pipe = null;
    try {
      pipe = dial();
      live(pipe);
      reason = silence(pipe, new IOException("the data centre closed the connection"));
    } catch (IOException failure) {
      reason = silence(pipe, failure);
    } catch (MtprotoException failure) {
      reason = failure;
    } catch (InterruptedException interrupted) {
      reason = new IOException("closed");
    } catch (RuntimeException bug) {
      reason = bug;
    }
    close();
    connection.postLast(new CoreMessage.LineDown(this, reason));
  }

  private Throwable silence(@Nullable Pipe pipe, IOException met) {
    return pipe == null || pipe.heard() ? met : route.silence(met);
  }

  private Pipe dial() throws IOException {
    socket.setTcpNoDelay(true);
    socket.setKeepAlive(true);
    var pipe = connection.settings().dialler(route).dial(socket, address.host(), address.port());
    pipe.write(framing.opening());
    return pipe;
  }

  private void live(Pipe pipe) throws IOException, InterruptedException {
    var key = known != null ? known : agreeOnKey(pipe);
    pipe.waitAtMost(0);
    connection.post(new CoreMessage.LineUp(this, key));
    writer = connection.startThread("writer", () -> write(pipe));
    read(pipe);
  }

  private KnownKey agreeOnKey(Pipe pipe) throws IOException {
    var settings = connection.settings();
    var packets = new FirstPackets(pipe, framing, settings.handshakeTimeout());
    var key = new KeyAgreement(packets, connection.endpoint(), settings).run();
    connection.listener().keyMade(key);
    return key;
  }

  private void read(Pipe pipe) throws IOException, InterruptedException {
    var buffer = new byte[READ_BUFFER_BYTES];
    for (var count = pipe.read(buffer); count >= 0; count = pipe.read(buffer)) {
      framing.feed(buffer, 0, count);
      for (var frame = framing.next(); frame != null; frame = framing.next()) {
        incoming.acquire();
        connection.post(
            switch (frame) {
              case Frame.Packet packet -> new CoreMessage.Arrived(this, packet.bytes());
              case Frame.TransportError error -> new CoreMessage.Rejected(this, error.code());
            });
      }
    }
  }

  private void write(Pipe pipe) {
    try {
      while (!socket.isClosed()) {
        var packet = outgoing.take();
        pipe.write(framing.frame(packet));
        if (coreWaitsForRoom) {
          coreWaitsForRoom = false;
          connection.post(new CoreMessage.RoomToWrite(this));
        }
      }
    } catch (IOException | InterruptedException end) {
      // The reader sees the closed socket and tells the core.
      close();
    }
  }
}
