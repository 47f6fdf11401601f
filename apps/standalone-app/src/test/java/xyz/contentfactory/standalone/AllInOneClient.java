package xyz.contentfactory.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the running program over HTTP, as a proxy that it trusts: each request is another client's,
/// so that no limit of addresses is met.
final class AllInOneClient {
  static final String PROXY = "127.0.0.1";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger clients = new AtomicInteger();
  private final int port;

  AllInOneClient(int port) {
    this.port = port;
  }

  /// @param body null for an answer without one, and for a stream, which is not read
  record Answer(String asked, int status, String contentType, @Nullable JsonNode body) {
    Answer ok() {
      if (status >= 300) {
        throw new AssertionError(asked + ": " + status + " " + body);
      }
      return this;
    }

    String text(String path) {
      return body == null ? "" : body.at(path.startsWith("/") ? path : "/" + path).asString("");
    }

    String code() {
      return text("code");
    }
  }

  /// Each change has an idempotency key of its own.
  Answer send(String method, String path, @Nullable String token, @Nullable String body) {
    URI address =
        path.startsWith("http") ? URI.create(path) : URI.create("http://127.0.0.1:" + port + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    request.header("X-Forwarded-For", "2001:db8:0:%x::1".formatted(clients.incrementAndGet()));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      return answer(method + " " + path, response);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer answer(String asked, HttpResponse<InputStream> response)
      throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    try (InputStream body = response.body()) {
      if (!type.contains("json")) {
        return new Answer(asked, response.statusCode(), type, null);
      }
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(asked, response.statusCode(), type, JSON.readTree(text));
    }
  }
}
