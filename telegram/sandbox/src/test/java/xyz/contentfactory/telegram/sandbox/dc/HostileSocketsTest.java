package xyz.contentfactory.telegram.sandbox.dc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.sandbox.Http;
import xyz.contentfactory.telegram.sandbox.Sandbox;
import xyz.contentfactory.telegram.sandbox.SandboxSettings;

/// Whatever is thrown at a port, the connection ends and the sandbox goes on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileSocketsTest {

  private static final byte[] INTERMEDIATE = {(byte) 0xee, (byte) 0xee, (byte) 0xee, (byte) 0xee};

  private final Sandbox sandbox;
  private int port;

  HostileSocketsTest(@TempDir Path folder) {
    sandbox = Sandbox.start(SandboxSettings.local(folder, 0));
  }

  @BeforeAll
  void find_the_port() {
    port =
        Http.get(sandbox.address(), "/api/sandbox").json().get("dcs").get(0).get("port").intValue();
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  /// Sends the bytes and reads until the server closes; gives what it said.
  private byte[] answerTo(byte[]... parts) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      for (byte[] part : parts) {
        out.write(part);
      }
      out.flush();
      socket.shutdownOutput();
      return socket.getInputStream().readNBytes(1 << 16);
    } catch (SocketException _) {
      return new byte[0];
    }
  }

  private static byte[] word(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  @Test
  void random_bytes_end_the_connection() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[random.nextInt(2000)];
      random.nextBytes(noise);
      assertThat(answerTo(noise).length).isLessThan(64);
    }
  }

  @Test
  void huge_lengths_end_the_connection_without_taking_memory() throws IOException {
    long before = used();
    for (int i = 0; i < 50; i++) {
      assertThat(answerTo(INTERMEDIATE, word(0x7fff_fff0))).isEmpty();
      assertThat(answerTo(new byte[] {(byte) 0xef, 0x7f, -1, -1, -1})).isEmpty();
    }
    assertThat(used() - before).isLessThan(64L << 20);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void a_packet_of_an_unknown_key_is_answered_with_404() throws IOException {
    byte[] packet = new byte[104];
    Arrays.fill(packet, (byte) 5);
    assertThat(answerTo(INTERMEDIATE, word(packet.length), packet))
        .isEqualTo(new byte[] {4, 0, 0, 0, 0x6c, -2, -1, -1});
  }

  @Test
  void truncated_frames_and_web_browsers_are_hung_up_on() throws IOException {
    assertThat(answerTo(INTERMEDIATE, word(100), new byte[20])).isEmpty();
    assertThat(answerTo("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
        .isEmpty();
    assertThat(answerTo(new byte[0])).isEmpty();
  }

  @Test
  void broken_handshakes_are_hung_up_on() throws IOException {
    byte[] plain = new byte[40];
    plain[8] = 4;
    plain[16] = 20;
    assertThat(answerTo(INTERMEDIATE, word(plain.length), plain).length).isLessThan(16);
  }
}
