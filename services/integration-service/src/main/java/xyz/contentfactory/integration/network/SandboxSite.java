package xyz.contentfactory.integration.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks the sandbox for its description.
final class SandboxSite {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI address;
  private final JsonMapper json;

  SandboxSite(URI address, JsonMapper json) {
    this.address = address;
    this.json = json;
  }

  URI phoneUrl() {
    return address.resolve("/");
  }

  /// @throws IOException when the sandbox is not up, or is something else
  SandboxDescription describe() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/api/sandbox")).timeout(PATIENCE).GET().build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("the sandbox answered " + answer.statusCode());
      }
      return json.readValue(answer.body(), SandboxDescription.class);
    } catch (JacksonException e) {
      throw new IOException("the sandbox's description cannot be read", e);
    }
  }
}
