package xyz.contentfactory.telegram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xyz.contentfactory.telegram.crypto.RsaPrivateKey;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.mtproto.SecurityCheckFailed;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;

/// What a hostile or broken server may do to the client's socket.
@Timeout(240)
class FaultTest {
  private static final int HUGE = 0x7ffffff0;

  private final TestDc dc = new TestDc();
  private final RecordingListener listener = new RecordingListener();
  private final MovableClock clock = new MovableClock();
  private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
  private @Nullable DcConnection connection;

  @BeforeEach
  void watchForEscapes() {
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> escaped.add(failure));
  }

  @AfterEach
  void nothing_escapes() {
    if (connection != null) {
      connection.close();
    }
    dc.close();
    Thread.setDefaultUncaughtExceptionHandler(null);
    assertThat(escaped).isEmpty();
  }

  private ConnectionSettings settings() {
    return new ConnectionSettings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)),
        16,
        FramingKind.INTERMEDIATE,
        false,
        clock,
        TestDc.ENTROPY);
  }

  private DcConnection open() {
    var opened = DcConnection.open(dc.endpoint(), listener.latest, settings(), listener);
    connection = opened;
    return opened;
  }

  private void assertEchoes(int number) {
    var opened = connection == null ? open() : connection;
    var query = DcConnectionTest.query(number);
    assertThat(opened.call(query, DcConnectionTest.PATIENCE))
        .isInstanceOfSatisfying(
            Reply.Result.class, reply -> assertThat(reply.body()).isEqualTo(query));
  }

  private static byte[] lengthPrefix(int length) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();
  }

  static Stream<Fault> passingFaults() {
    return Stream.of(
        new Fault.CloseNow(),
        new Fault.HalfClose(),
        new Fault.RawBytes(lengthPrefix(HUGE)),
        new Fault.RawBytes(lengthPrefix(3)),
        new Fault.GarbageFrame(5),
        new Fault.GarbageFrame(24),
        new Fault.GarbageFrame(64),
        new Fault.GarbageFrame(100_000),
        new Fault.TruncatedFrame(),
        new Fault.WrongMsgKey(),
        new Fault.ReplayedPacket(),
        new Fault.TransportError(Frame.TransportError.FLOOD),
        new Fault.TransportError(Frame.TransportError.WRONG_DC),
        new Fault.TransportError(Frame.TransportError.UNKNOWN_AUTH_KEY));
  }

  @ParameterizedTest
  @MethodSource("passingFaults")
  void the_call_is_answered_after_all_and_the_key_stays(Fault fault) {
    assertEchoes(1);
    dc.faults.add(fault);
    assertEchoes(2);
    assertEchoes(3);
    assertThat(dc.keysMade).hasValue(1);
  }

  static Stream<Fault> faultsOnConnect() {
    return Stream.of(
        new Fault.CloseNow(),
        new Fault.HalfClose(),
        new Fault.RawBytes(lengthPrefix(HUGE)),
        new Fault.RawBytes(lengthPrefix(3)),
        new Fault.RawBytes(new byte[4096]),
        new Fault.RawBytes("HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @MethodSource("faultsOnConnect")
  void a_fault_before_the_key_exchange_only_delays_it(Fault fault) {
    dc.faultsOnConnect.add(fault);
    assertEchoes(1);
    assertThat(dc.keysMade).hasValue(1);
  }

  @Test
  void a_replayed_packet_is_not_delivered_twice() {
    assertEchoes(1);
    dc.faults.add(new Fault.ReplayedPacket());
    dc.push(DcConnectionTest.query(5));
    assertEchoes(2);
    assertThat(listener.pushes).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void a_server_that_falls_silent_is_noticed_and_left() throws InterruptedException {
    assertEchoes(1);
    dc.faults.add(new Fault.Stall());
    var call = CompletableFuture.runAsync(() -> assertEchoes(2), Thread::startVirtualThread);
    while (dc.calls.size() < 2) {
      Thread.onSpinWait();
    }
    listener.news.clear();
    String told = null;
    while (told == null) {
      pass(Duration.ofSeconds(11));
      told = listener.news.poll(50, TimeUnit.MILLISECONDS);
    }
    assertThat(told).isEqualTo("disconnected");
    assertThat(call).succeedsWithin(DcConnectionTest.PATIENCE);
    assertThat(dc.connections).hasValue(2);
  }

  @Test
  void a_server_that_stops_reading_is_noticed_and_left() throws InterruptedException {
    var opened = open();
    assertEchoes(1);
    dc.faults.add(new Fault.StopReading());
    assertThatThrownBy(() -> opened.call(new byte[512 << 10], Duration.ofMillis(200)))
        .isInstanceOf(ConnectionLost.class);
    listener.news.clear();
    var callers =
        IntStream.range(0, 16)
            .mapToObj(_ -> Thread.startVirtualThread(() -> sendMuch(opened)))
            .toList();
    String told = null;
    while (told == null) {
      pass(Duration.ofSeconds(5));
      told = listener.news.poll(50, TimeUnit.MILLISECONDS);
    }
    assertThat(told).isEqualTo("disconnected");
    for (var caller : callers) {
      caller.join();
    }
  }

  private static void sendMuch(DcConnection opened) {
    try {
      opened.call(TestDc.ENTROPY.bytes(900 << 10), DcConnectionTest.PATIENCE);
    } catch (MtprotoException _) {
      // What becomes of the call is not what is asked here.
    }
  }

  @Test
  void a_call_that_can_be_no_function_is_refused_and_harms_nobody() {
    var opened = open();
    assertEchoes(1);
    assertThatThrownBy(() -> opened.call(new byte[7], DcConnectionTest.PATIENCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> opened.call(TestDc.ENTROPY.bytes(2 << 20), DcConnectionTest.PATIENCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertEchoes(2);
  }

  private void pass(Duration time) {
    clock.advance(time);
    dc.clockSkew = dc.clockSkew.plus(time);
    var opened = connection;
    if (opened != null) {
      opened.nudge();
    }
  }

  @Test
  void a_server_that_stalls_in_the_key_exchange_is_left() {
    dc.faultsOnConnect.add(new Fault.Stall());
    var impatient = settings().withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(300));
    connection = DcConnection.open(dc.endpoint(), null, impatient, listener);
    listener.await("disconnected");
    assertThat(listener.failures.getFirst()).isInstanceOf(IOException.class);
  }

  @Test
  void a_server_with_a_strange_public_key_gets_nothing() {
    var stranger = RsaPrivateKey.generate(TestDc.ENTROPY).publicKey();
    var endpoint = new DcEndpoint(TestDc.ID, dc.endpoint().addresses(), List.of(stranger));
    var opened = DcConnection.open(endpoint, null, settings(), listener);
    connection = opened;
    assertThatThrownBy(() -> opened.call(DcConnectionTest.query(1), DcConnectionTest.PATIENCE))
        .isInstanceOf(SecurityCheckFailed.class);
    assertThat(dc.calls).isEmpty();
    assertThat(dc.keysMade).hasValue(0);
  }

  @Test
  void garbage_without_end_costs_no_memory() {
    assertEchoes(1);
    var before = usedAfterCollection();
    for (var round = 0; round < 200; round++) {
      dc.faults.add(new Fault.RawBytes(TestDc.ENTROPY.bytes(200_000)));
      assertEchoes(round);
    }
    assertThat(usedAfterCollection() - before).isLessThan(8L << 20);
  }

  private static long usedAfterCollection() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
