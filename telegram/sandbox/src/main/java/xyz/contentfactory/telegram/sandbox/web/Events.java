package xyz.contentfactory.telegram.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/// A stream that tells a page that something changed; what, the page asks for itself.
final class Events implements AutoCloseable {

  private static final int MOST_STREAMS = 64;
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final Changes changes;
  private final Semaphore free = new Semaphore(MOST_STREAMS);
  private volatile boolean closed;

  Events(Changes changes) {
    this.changes = changes;
  }

  void stream(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      throw new HttpProblem(405, "method-not-allowed", "Events are only read.");
    }
    if (!free.tryAcquire()) {
      throw new HttpProblem(503, "temporarily-unavailable", "Too many pages are watching.");
    }
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      follow(exchange.getResponseBody());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  private void follow(OutputStream out) throws IOException, InterruptedException {
    long seen = changes.count();
    write(out, "event: change\ndata: " + seen + "\n\n");
    while (!closed) {
      long now = changes.await(seen, HEARTBEAT_MILLIS);
      write(out, now == seen ? ": still here\n\n" : "event: change\ndata: " + now + "\n\n");
      seen = now;
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    closed = true;
    changes.mark();
  }
}
