package xyz.contentfactory.telegram.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Says the same to everybody, whatever they say; then hangs up, or keeps silent for ever.
final class StubbornServer implements AutoCloseable {
  final AtomicInteger connections = new AtomicInteger();

  private final ServerSocket server;
  private final byte[] words;
  private final boolean hangsUp;

  StubbornServer(String latin1, boolean hangsUp) throws IOException {
    this(latin1.getBytes(StandardCharsets.ISO_8859_1), hangsUp);
  }

  StubbornServer(byte[] words, boolean hangsUp) throws IOException {
    this.words = words;
    this.hangsUp = hangsUp;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("stubborn-server").start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().name("stubborn-server-connection").start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.getOutputStream().write(words);
      if (hangsUp) {
        client.shutdownOutput();
      }
      drain(client.getInputStream());
    } catch (IOException end) {
      // The client has had enough.
    }
  }

  private static void drain(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
