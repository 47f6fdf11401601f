package xyz.contentfactory.integration.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SandboxSiteTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer server;
  private final SandboxSite site;
  private volatile byte[] answer =
      "{\"dcs\":[],\"publicKey\":\"k\"}".getBytes(StandardCharsets.UTF_8);

  SandboxSiteTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/sandbox",
        exchange -> {
          asked.incrementAndGet();
          try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    site = new SandboxSite(address, JsonMapper.builder().build());
  }

  @AfterEach
  void stop() {
    site.close();
    server.stop(0);
  }

  @Test
  void many_pages_at_once_are_one_question() throws Exception {
    SandboxDescription first = site.describe();
    for (int i = 0; i < 5; i++) {
      assertThat(site.describe().publicKey()).isEqualTo(first.publicKey());
    }
    assertThat(asked.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void an_endless_description_is_not_read_to_its_end() {
    answer = new byte[5 << 20];
    assertThatThrownBy(site::describe).isInstanceOf(IOException.class);
  }
}
