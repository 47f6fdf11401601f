package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// A small real proxy on the loopback. Each kind has a [Door] that does the handshake.
public final class TestProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 8192;

  /// Connections that were taken, whatever came of them.
  public final AtomicInteger connections = new AtomicInteger();

  /// Ways that were opened to somewhere.
  public final List<String> destinations = new CopyOnWriteArrayList<>();

  private final ServerSocket server;
  private final Door door;
  private final IntFunction<Proxy> description;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean refusing;

  /// The server's side of one kind of proxy.
  interface Door {
    /// Does the handshake and opens the way.
    ///
    /// @return null when the client was turned away; the door has told it why
    @Nullable Way enter(InputStream in, OutputStream out, List<String> destinations)
        throws IOException;
  }

  /// An open way: what comes from the client goes `up` to the target, and back `down`.
  record Way(Socket target, UnaryOperator<byte[]> up, UnaryOperator<byte[]> down) {
    static Way straight(Socket target) {
      return new Way(target, bytes -> bytes, bytes -> bytes);
    }
  }

  private TestProxy(Door door, IntFunction<Proxy> description) {
    this.door = door;
    this.description = description;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    Thread.ofVirtual().name("test-proxy").start(this::accept);
  }

  public static TestProxy socks5(@Nullable ProxyLogin login) {
    return new TestProxy(new Socks5Door(login), port -> new Proxy.Socks5("127.0.0.1", port, login));
  }

  public static TestProxy http(@Nullable ProxyLogin login) {
    return new TestProxy(
        new HttpDoor(login), port -> new Proxy.HttpConnect("127.0.0.1", port, login));
  }

  /// Passes on to the data centre that the client asks for.
  ///
  /// @param dcs where each data centre listens, by the number in the header
  public static TestProxy mtProxy(MtProxySecret secret, IntFunction<DcAddress> dcs) {
    return new TestProxy(
        secret.kind() == MtProxySecret.Kind.FAKE_TLS
            ? new TlsDoor(new MtProxyDoor(secret, dcs))
            : new MtProxyDoor(secret, dcs),
        port -> new Proxy.MtProxy("127.0.0.1", port, secret));
  }

  /// As a client is set up for it.
  public Proxy proxy() {
    return description.apply(port());
  }

  public int port() {
    return server.getLocalPort();
  }

  /// While refusing, connections are closed as soon as they are made.
  public void refuse(boolean value) {
    refusing = value;
  }

  /// Cuts all connections in the middle of whatever they carry.
  public void cut() {
    open.forEach(TestProxy::end);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        connections.incrementAndGet();
        if (refusing) {
          client.close();
        } else {
          Thread.ofVirtual().name("test-proxy-connection").start(() -> serve(client));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client) {
      var way = door.enter(client.getInputStream(), client.getOutputStream(), destinations);
      if (way == null) {
        return;
      }
      try (var target = way.target()) {
        open.add(target);
        var back =
            Thread.ofVirtual()
                .name("test-proxy-back")
                .start(() -> pump(target, client, way.down()));
        pump(client, target, way.up());
        back.join();
        open.remove(target);
      }
    } catch (IOException | InterruptedException end) {
      // One of the two has gone.
    } finally {
      open.remove(client);
    }
  }

  private static void pump(Socket from, Socket to, UnaryOperator<byte[]> change) {
    try {
      var buffer = new byte[BUFFER_BYTES];
      var in = from.getInputStream();
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        to.getOutputStream().write(change.apply(Arrays.copyOf(buffer, count)));
      }
    } catch (IOException end) {
      // One of the two has gone.
    } finally {
      end(from);
      end(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    cut();
  }
}
