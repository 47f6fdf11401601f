package xyz.contentfactory.telegram.net.proxy;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks a name up, on a thread of its own: the system's resolver cannot be given a time limit.
final class NameLookup {
  private NameLookup() {}

  static InetAddress[] of(String host, Duration patience)
      throws UnknownHostException, InterruptedIOException {
    var lookup = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread.ofVirtual().name("telegram-proxy-lookup").start(lookup);
    try {
      return lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException unknown) {
      throw (UnknownHostException) new UnknownHostException("no such name").initCause(unknown);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
