package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void a_taken_port_is_named_with_the_variable_that_moves_it() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree(settings(taken.getLocalPort())))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "Port %d on 127.0.0.1 is taken or not ours to open: free it, or set CF_HTTP_PORT to another.",
              taken.getLocalPort());
    }
  }

  @Test
  void port_0_is_always_free() {
    assertThatCode(() -> Ports.requireFree(settings(0))).doesNotThrowAnyException();
  }

  private static StandaloneSettings settings(int httpPort) {
    return new StandaloneSettings(
        httpPort,
        InetAddress.getLoopbackAddress(),
        Path.of("data"),
        TelegramMode.SANDBOX,
        null,
        0,
        new PeopleSettings("open", 0, null),
        new EdgeSettings(null, List.of(), false),
        new MailAccess(0, null),
        0,
        null,
        false,
        new ConnectPace(1, 1, 1, 1));
  }
}
