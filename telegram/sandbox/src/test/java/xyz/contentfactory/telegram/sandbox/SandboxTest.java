package xyz.contentfactory.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xyz.contentfactory.telegram.mtproto.CallId;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;
import xyz.contentfactory.telegram.sandbox.TestClient.Lost;
import xyz.contentfactory.telegram.sandbox.TestClient.RpcRefused;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;

/// Over real sockets, with our own half of the protocol.
class SandboxTest {

  private static final String BRIEF = "/api/sandbox/channels/2100000001/posts?after=3";

  @TempDir private static Path template;

  private final Path folder;
  private Sandbox sandbox;

  /// Making a world costs a key; each test begins with a copy of one.
  @BeforeAll
  static void make_a_world() {
    start(template).close();
  }

  SandboxTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.copy(template.resolve("world.mv"), folder.resolve("world.mv"));
    sandbox = start(folder);
  }

  private static Sandbox start(Path folder) {
    return Sandbox.start(
        new SandboxSettings(folder, InetAddress.getLoopbackAddress(), 0, InstantSource.system()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private TestClient client(int dc) throws IOException {
    return TestClient.connect(sandbox, dc, FramingKind.INTERMEDIATE);
  }

  private URI http() {
    return sandbox.address();
  }

  private void fault(String json) {
    assertThat(Http.send(http(), "POST", "/api/sandbox/faults", json).status()).isEqualTo(200);
  }

  private static TlValue brief(TestClient client) throws IOException {
    TlValue resolved =
        client.call(TlValue.of("contacts.resolveUsername", "username", "morning_brief_sandbox"));
    TlValue channel = resolved.objects("chats").getFirst();
    return TlValue.of(
        "inputPeerChannel",
        "channel_id",
        channel.number("id"),
        "access_hash",
        channel.number("access_hash"));
  }

  private static TlValue post(TlValue peer, String text, long randomId) {
    return TlValue.of(
        "messages.sendMessage",
        "peer",
        peer,
        "message",
        text,
        "random_id",
        randomId,
        "entities",
        List.of(TlValue.of("messageEntityBold", "offset", 0, "length", 4)));
  }

  private List<String> texts() {
    return Http.get(http(), BRIEF)
        .json()
        .get("posts")
        .valueStream()
        .map(p -> p.get("text").stringValue())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(FramingKind.class)
  void a_client_logs_in_with_every_framing(FramingKind kind) throws IOException {
    try (TestClient client = TestClient.connect(sandbox, 1, kind)) {
      assertThat(client.logIn("9996610001").text("first_name")).isEqualTo("Анна");
    }
  }

  @Test
  void a_post_reaches_the_channel_and_the_other_sessions() throws IOException {
    try (TestClient writer = client(1);
        TestClient reader = client(3)) {
      reader.logIn("9996630002");
      reader.call(TlValue.of("updates.getState"));
      writer.logIn("9996610001");
      TlValue sent = writer.call(post(brief(writer), "Bold news", 7));
      assertThat(sent.objects("updates").getFirst().integer("id")).isEqualTo(4);
      assertThat(texts()).containsExactly("Bold news");
      TlValue push = reader.nextPush();
      while (!push.objects("updates").getFirst().is("updateNewChannelMessage")) {
        push = reader.nextPush();
      }
      assertThat(push.objects("updates").getFirst().object("message"))
          .isNotNull()
          .extracting(m -> m.text("message"))
          .isEqualTo("Bold news");
    }
  }

  @Test
  void after_a_restart_the_same_auth_key_is_still_logged_in(@TempDir Path other)
      throws IOException {
    int port = freePorts();
    SandboxSettings settings = SandboxSettings.local(other, port);
    Sandbox first = Sandbox.start(settings);
    try (TestClient client = TestClient.connect(first, 1, FramingKind.INTERMEDIATE)) {
      client.logIn("9996610001");
      first.close();
      try (Sandbox _ = Sandbox.start(settings)) {
        client.reconnect();
        assertThat(client.call(TlValue.of("updates.getState")).name()).isEqualTo("updates.state");
      }
    } finally {
      first.close();
    }
  }

  /// A port with three free ones behind it.
  private static int freePorts() throws IOException {
    for (int port = 41_000; port < 60_000; port += 7) {
      if (java.util.stream.IntStream.range(port, port + 4).allMatch(SandboxTest::isFree)) {
        return port;
      }
    }
    throw new IOException("no free ports");
  }

  private static boolean isFree(int port) {
    try (var _ = new java.net.ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void an_unknown_method_is_refused_with_400() throws IOException {
    try (TestClient client = client(1)) {
      assertThatThrownBy(() -> client.call(TlValue.of("help.getSupport")))
          .isInstanceOf(RpcRefused.class)
          .hasMessage("400 METHOD_INVALID");
      assertThatThrownBy(() -> client.call(TlValue.of("updates.getState")))
          .hasMessage("401 AUTH_KEY_UNREGISTERED");
    }
  }

  @Test
  void a_scripted_flood_wait_is_answered_as_often_as_scripted() throws IOException {
    fault(
        "{\"number\":\"9996610001\",\"method\":\"auth.sendCode\",\"kind\":\"FLOOD_WAIT\",\"seconds\":17,\"times\":2}");
    try (TestClient client = client(1)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> client.call(TestClient.sendCode("9996610001")))
            .hasMessage("420 FLOOD_WAIT_17");
      }
      client.logIn("9996610001");
    }
  }

  @Test
  void an_executed_call_whose_connection_breaks_is_answered_on_the_next_and_runs_once()
      throws IOException {
    try (TestClient client = client(1)) {
      client.logIn("9996610001");
      TlValue peer = brief(client);
      fault("{\"method\":\"messages.sendMessage\",\"kind\":\"EXECUTE_AND_CLOSE\"}");
      CallId call = client.start(post(peer, "Once only", 11));
      assertThatThrownBy(() -> client.wait(call)).isInstanceOf(Lost.class);
      assertThat(texts()).containsExactly("Once only");
      client.reconnect();
      assertThat(client.wait(call).name()).isEqualTo("updates");
      assertThat(client.call(post(peer, "Once only", 11)).name()).isEqualTo("updates");
      assertThat(texts()).containsExactly("Once only");
    }
  }

  @Test
  void a_call_that_was_never_executed_runs_when_it_is_sent_again() throws IOException {
    try (TestClient client = client(1)) {
      client.logIn("9996610001");
      TlValue peer = brief(client);
      fault("{\"method\":\"messages.sendMessage\",\"kind\":\"CLOSE\"}");
      CallId call = client.start(post(peer, "Late news", 12));
      assertThatThrownBy(() -> client.wait(call)).isInstanceOf(Lost.class);
      assertThat(texts()).isEmpty();
      client.reconnect();
      assertThat(client.wait(call).name()).isEqualTo("updates");
      assertThat(texts()).containsExactly("Late news");
    }
  }

  @Test
  void a_taken_port_is_told_in_a_sentence(@TempDir Path other) {
    int taken = http().getPort();
    assertThatThrownBy(() -> Sandbox.start(SandboxSettings.local(other, taken)))
        .isInstanceOf(Sandbox.CannotStart.class)
        .hasMessageContaining("is taken");
  }

  @Test
  void a_folder_in_use_is_told_in_a_sentence() {
    assertThatThrownBy(() -> Sandbox.start(SandboxSettings.local(folder, 0)))
        .isInstanceOf(Sandbox.CannotStart.class)
        .hasMessageContaining("in use");
  }
}
