package xyz.contentfactory.user.oidc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// How the provider is asked: a few seconds, a few hundred kilobytes, and no redirects. Its answers
/// are foreign input.
final class ProviderHttp implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 512 * 1024;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final RestClient rest;

  ProviderHttp() {
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
    requests.setReadTimeout(ANSWER);
    rest =
        RestClient.builder()
            .requestFactory(requests)
            .requestInterceptor(ProviderHttp::bounded)
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .build();
  }

  /// For Spring Security's client of the token endpoint.
  RestClient rest() {
    return rest;
  }

  /// The text at an address of the provider.
  ///
  /// @param bearer the access token to show; null for what is public
  /// @throws IOException when there is none, for whatever reason
  String text(URI address, @Nullable String bearer) throws IOException {
    try {
      String text =
          rest.get()
              .uri(address)
              .headers(headers -> authorize(headers, bearer))
              .retrieve()
              .onStatus(status -> !status.is2xxSuccessful(), ProviderHttp::refuse)
              .body(String.class);
      return text == null ? "" : text;
    } catch (RestClientException e) {
      throw new IOException("the provider did not answer", e);
    }
  }

  private static void authorize(HttpHeaders headers, @Nullable String bearer) {
    headers.set(HttpHeaders.ACCEPT, "application/json");
    if (bearer != null) {
      headers.setBearerAuth(bearer);
    }
  }

  private static void refuse(HttpRequest request, ClientHttpResponse response) throws IOException {
    throw new IOException("the provider answered with status " + response.getStatusCode().value());
  }

  private static ClientHttpResponse bounded(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    return new Bounded(execution.execute(request, body));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private record Bounded(ClientHttpResponse answer) implements ClientHttpResponse {
    @Override
    public HttpStatusCode getStatusCode() throws IOException {
      return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
      return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
      return answer.getHeaders();
    }

    @Override
    public InputStream getBody() throws IOException {
      return new BoundedStream(answer.getBody());
    }

    @Override
    public void close() {
      answer.close();
    }
  }

  private static final class BoundedStream extends FilterInputStream {
    private int left = MOST_BYTES;

    BoundedStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(read);
      return read;
    }

    private void count(int read) throws IOException {
      left -= Math.max(0, read);
      if (left < 0) {
        throw new IOException("the provider's answer is too long");
      }
    }
  }
}
