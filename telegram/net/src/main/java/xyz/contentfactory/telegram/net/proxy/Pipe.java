package xyz.contentfactory.telegram.net.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// An open way to a data centre. One thread reads, one writes.
public final class Pipe {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private volatile boolean heard;

  Pipe(Socket socket, InputStream in, OutputStream out) {
    this.socket = socket;
    this.in = in;
    this.out = out;
  }

  static Pipe over(Socket socket) throws IOException {
    return new Pipe(socket, socket.getInputStream(), socket.getOutputStream());
  }

  /// As `InputStream.read`.
  public int read(byte[] buffer) throws IOException {
    var count = in.read(buffer);
    heard |= count > 0;
    return count;
  }

  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /// Something has come from the other end; what a proxy says for itself does not count.
  public boolean heard() {
    return heard;
  }

  /// From now on a read waits so many milliseconds at most; 0 waits for ever.
  public void waitAtMost(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }
}
