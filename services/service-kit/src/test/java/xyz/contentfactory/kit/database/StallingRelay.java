package xyz.contentfactory.kit.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// Stands between a pool and its database; after `stall()` nothing passes any more and nothing is
/// closed, as when a machine or a network hangs.
final class StallingRelay implements AutoCloseable {
  private final ServerSocket door;
  private final URI database;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean stalled;

  private StallingRelay(ServerSocket door, URI database) {
    this.door = door;
    this.database = database;
  }

  static StallingRelay to(DatabaseSettings settings) {
    try {
      StallingRelay relay =
          new StallingRelay(
              new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
              URI.create(settings.url().substring("jdbc:".length())));
      Thread.startVirtualThread(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same database through this relay.
  DatabaseSettings settings(DatabaseSettings direct) {
    String url = direct.url().replaceFirst("//[^/]+/", "//127.0.0.1:" + door.getLocalPort() + "/");
    return new DatabaseSettings(url, direct.username(), direct.password(), 2);
  }

  void stall() {
    stalled = true;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(database.getHost(), database.getPort());
        sockets.add(client);
        sockets.add(server);
        Thread.startVirtualThread(() -> copy(client, server));
        Thread.startVirtualThread(() -> copy(server, client));
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] chunk = new byte[8192];
    try (from;
        to) {
      for (int read; (read = from.getInputStream().read(chunk)) >= 0; ) {
        if (stalled) {
          closed.await();
        }
        to.getOutputStream().write(chunk, 0, read);
      }
    } catch (IOException e) {
      // one side has gone: so does the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
