package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/// What a person's browser does at a provider: follows the address it is given, proves who the
/// person is, and comes back with what the provider put into our address.
final class ProviderVisitor {
  private static final JsonMapper JSON = new JsonMapper();

  private final String name;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  ProviderVisitor(String name) {
    this.name = name;
  }

  /// The query of the address that the provider sends the browser to.
  Map<String, String> visit(String address) {
    signIn(URI.create(address).resolve("/login"));
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    URI back = URI.create(answer.headers().firstValue("location").orElseThrow());
    assertThat(back.toString()).startsWith(RealProvider.BACK + "?").doesNotContain("error=");
    return query(back);
  }

  private void signIn(URI form) {
    HttpRequest request =
        HttpRequest.newBuilder(form)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=" + name + "&password=" + name))
            .build();
    assertThat(send(request).headers().firstValue("location").orElse("")).doesNotContain("error");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> query(URI address) {
    return UriComponentsBuilder.fromUri(address)
        .build()
        .getQueryParams()
        .toSingleValueMap()
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> UriUtils.decode(entry.getValue(), StandardCharsets.UTF_8)));
  }

  /// The body that our page posts.
  static String body(String challenge, Map<String, String> answer) {
    Map<String, String> fields =
        Stream.of("state", "code", "iss")
            .filter(answer::containsKey)
            .collect(Collectors.toMap(field -> field, answer::get));
    fields.put("challenge", challenge);
    return JSON.writeValueAsString(fields);
  }
}
