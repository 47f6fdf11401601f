package xyz.contentfactory.integration.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks the sandbox for its description; every page of the cabinet wants it, so it is kept for a
/// moment.
final class SandboxSite implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long MEMORY_NANOS = Duration.ofSeconds(1).toNanos();

  /// A description has a line for each number; thousands of them are less than this.
  private static final int LONGEST_BYTES = 4 << 20;

  private final URI address;
  private final JsonMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private volatile @Nullable Known known;

  private record Known(SandboxDescription description, long atNanos) {
    boolean isFresh() {
      return System.nanoTime() - atNanos < MEMORY_NANOS;
    }
  }

  SandboxSite(URI address, JsonMapper json) {
    this.address = address;
    this.json = json;
  }

  URI phoneUrl() {
    return address.resolve("/");
  }

  /// @throws IOException when the sandbox is not up, or is something else
  SandboxDescription describe() throws IOException, InterruptedException {
    Known last = known;
    if (last != null && last.isFresh()) {
      return last.description();
    }
    SandboxDescription description = ask();
    known = new Known(description, System.nanoTime());
    return description;
  }

  private SandboxDescription ask() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/sandbox")).timeout(PATIENCE).GET().build();
    HttpResponse<byte[]> answer =
        http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BYTES));
    if (answer.statusCode() != 200) {
      throw new IOException("the sandbox answered " + answer.statusCode());
    }
    try {
      return json.readValue(answer.body(), SandboxDescription.class);
    } catch (JacksonException e) {
      throw new IOException("the sandbox's description cannot be read", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
