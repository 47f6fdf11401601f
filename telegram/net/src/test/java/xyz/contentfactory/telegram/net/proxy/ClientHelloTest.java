package xyz.contentfactory.telegram.net.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.StandardConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.crypto.Entropy;

class ClientHelloTest {
  private static final byte[] KEY = new byte[16];

  private static byte[] hello(String domain) {
    return ClientHello.write(KEY, domain, Instant.ofEpochSecond(1_700_000_000), Entropy.secure());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.io", "www.example.org"})
  void its_length_is_always_that_of_a_browser(String domain) {
    assertThat(hello(domain)).hasSize(ClientHello.BYTES);
    assertThat(hello("a".repeat(182))).hasSize(ClientHello.BYTES);
  }

  @Test
  void no_two_are_alike() {
    assertThat(hello("a.io")).isNotEqualTo(hello("a.io"));
  }

  /// The JDK's own TLS reads it whole, finds the name, and ends only for want of a certificate.
  @Test
  void a_tls_server_takes_it_for_a_greeting() throws Exception {
    var named = new AtomicReference<>("");
    var server = server(named);
    server.beginHandshake();
    var result =
        server.unwrap(ByteBuffer.wrap(hello("www.example.org")), ByteBuffer.allocate(1 << 15));
    assertThat(result.bytesConsumed()).isEqualTo(ClientHello.BYTES);
    for (var task = server.getDelegatedTask(); task != null; task = server.getDelegatedTask()) {
      task.run();
    }

    assertThatThrownBy(() -> answer(server))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("No available authentication scheme");
    assertThat(named.get()).isEqualTo("www.example.org");
  }

  private static void answer(SSLEngine server) throws SSLException {
    var _ = server.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(1 << 15));
  }

  private static SSLEngine server(AtomicReference<String> named) throws Exception {
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(null, null, null);
    var engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    var parameters = engine.getSSLParameters();
    parameters.setSNIMatchers(
        List.of(
            new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
              @Override
              public boolean matches(SNIServerName name) {
                named.set(new String(name.getEncoded(), US_ASCII));
                return true;
              }
            }));
    engine.setSSLParameters(parameters);
    return engine;
  }
}
