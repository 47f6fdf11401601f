package xyz.contentfactory.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A plain HTTP client with a cookie jar; sends what it is told and nothing by itself but its
/// cookies.
final class Browser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new HashMap<>();

  Browser(int port) {
    this.port = port;
  }

  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    List<String> setCookies() {
      return http.headers().allValues("set-cookie");
    }

    JsonNode json() {
      return JSON.readTree(http.body());
    }

    String code() {
      return header("content-type").startsWith("application/problem+json")
          ? json().path("code").asString()
          : "(no problem)";
    }

    String body() {
      return http.body();
    }

    @Override
    public String toString() {
      return status() + " " + body();
    }
  }

  Browser with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Browser without(String header) {
    headers.remove(header);
    return this;
  }

  /// What the cabinet does: tokens in cookies, and the CSRF header from its cookie.
  Browser asCabinet() {
    with("X-Session", "cookie").get("/api/v1/health/live");
    return with("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
  }

  Map<String, String> cookies() {
    return cookies;
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  Answer send(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      Answer answer = new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      answer.setCookies().forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String setCookie) {
    String pair = setCookie.substring(0, setCookie.indexOf(';'));
    String name = pair.substring(0, pair.indexOf('='));
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(name.length() + 1));
    }
  }
}
