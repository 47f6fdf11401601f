package xyz.contentfactory.telegram.net.proxy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// What a proxy answers, taken byte by byte and never more than is asked for; all of it within one
/// deadline, however slowly it drips in.
final class HandshakeInput {
  private final Socket socket;
  private final InputStream in;
  private final long deadline;

  HandshakeInput(Socket socket, Duration patience) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  byte[] read(int count) throws IOException {
    var bytes = new byte[count];
    for (var at = 0; at < count; ) {
      var leftMillis = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new SocketTimeoutException("no whole answer in time");
      }
      socket.setSoTimeout((int) Math.min(leftMillis, Integer.MAX_VALUE));
      var got = in.read(bytes, at, count - at);
      if (got < 0) {
        throw new EOFException("closed in the middle of an answer");
      }
      at += got;
    }
    return bytes;
  }

  int readByte() throws IOException {
    return read(1)[0] & 0xff;
  }

  /// More has come than was asked for. (Telegram never speaks first.)
  boolean hasMore() throws IOException {
    return in.available() > 0;
  }
}
