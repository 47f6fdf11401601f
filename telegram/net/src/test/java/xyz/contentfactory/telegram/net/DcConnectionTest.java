package xyz.contentfactory.telegram.net;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.mtproto.framing.Frame;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;

@Timeout(240)
class DcConnectionTest {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Duration SOON = Duration.ofMillis(300);

  private final TestDc dc = new TestDc();
  private final RecordingListener listener = new RecordingListener();
  private @Nullable DcConnection connection;

  static ConnectionSettings settings() {
    return ConnectionSettings.standard(InstantSource.system(), TestDc.ENTROPY)
        .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(20)));
  }

  static byte[] query(int number) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x11223344)
        .putInt(number)
        .array();
  }

  private DcConnection open(@Nullable KnownKey key) {
    var opened = DcConnection.open(dc.endpoint(), key, settings(), listener);
    connection = opened;
    return opened;
  }

  private void assertEchoes(DcConnection on, int number) {
    assertThat(on.call(query(number), PATIENCE))
        .isInstanceOfSatisfying(
            Reply.Result.class, reply -> assertThat(reply.body()).isEqualTo(query(number)));
  }

  @AfterEach
  void close() {
    if (connection != null) {
      connection.close();
    }
    dc.close();
  }

  @Test
  void a_key_is_made_once_and_told_before_the_first_call_is_sent() {
    assertEchoes(open(null), 1);
    assertThat(listener.keys).hasSize(1);
    assertThat(listener.news.poll()).isEqualTo("key made");
    assertThat(listener.news.poll()).isEqualTo("connected");
    assertThat(dc.keysMade).hasValue(1);
  }

  @Test
  void a_known_key_is_used_again() {
    assertEchoes(open(null), 1);
    var key = listener.latest;
    close(connection);
    assertEchoes(open(key), 2);
    assertThat(dc.keysMade).hasValue(1);
  }

  @Test
  void a_key_that_cannot_be_stored_is_not_used() {
    listener.refuseKeys = new IllegalStateException("the disk is full");
    var opened = open(null);
    assertThatThrownBy(() -> opened.call(query(1), SOON)).isInstanceOf(ConnectionLost.class);
    assertThat(dc.calls).isEmpty();
    listener.refuseKeys = null;
    assertEchoes(opened, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "ABRIDGED, true",
    "ABRIDGED, false",
    "INTERMEDIATE, true",
    "INTERMEDIATE, false",
    "PADDED_INTERMEDIATE, true",
    "PADDED_INTERMEDIATE, false",
    "FULL, false"
  })
  void every_framing_carries_calls(FramingKind kind, boolean obfuscated) {
    var opened =
        DcConnection.open(dc.endpoint(), null, settings().withFraming(kind, obfuscated), listener);
    connection = opened;
    IntStream.range(0, 3).forEach(number -> assertEchoes(opened, number));
  }

  @Test
  void many_callers_share_one_connection() {
    var opened = open(null);
    var callers =
        IntStream.range(0, 500)
            .mapToObj(number ->
                CompletableFuture.runAsync(
                    () -> assertEchoes(opened, number), Thread::startVirtualThread))
            .toArray(CompletableFuture<?>[]::new);
    assertThat(CompletableFuture.allOf(callers)).succeedsWithin(PATIENCE);
    assertThat(dc.connections).hasValue(1);
  }

  @Test
  void a_broken_connection_comes_back_with_the_same_key() {
    var opened = open(null);
    assertEchoes(opened, 1);
    dc.dropConnections();
    assertEchoes(opened, 2);
    assertThat(dc.keysMade).hasValue(1);
    assertThat(opened.generation()).isEqualTo(2);
  }

  @Test
  void calls_wait_for_a_data_centre_that_comes_back() {
    dc.refuse(true);
    var opened = open(null);
    var call =
        CompletableFuture.runAsync(() -> assertEchoes(opened, 1), Thread::startVirtualThread);
    listener.await("disconnected");
    listener.await("disconnected");
    dc.refuse(false);
    assertThat(call).succeedsWithin(PATIENCE);
  }

  @Test
  void a_call_that_never_left_says_so() {
    dc.refuse(true);
    var lost = catchThrowableOfType(ConnectionLost.class, () -> open(null).call(query(1), SOON));
    assertThat(lost.state()).isEqualTo(CallState.NOT_SENT);
    assertThat(lost).hasCauseInstanceOf(java.io.IOException.class);
  }

  @Test
  void a_call_without_answer_says_that_it_was_sent() {
    var opened = open(null);
    assertEchoes(opened, 1);
    dc.faults.add(new Fault.Stall());
    var lost = catchThrowableOfType(ConnectionLost.class, () -> opened.call(query(2), SOON));
    assertThat(lost.state()).isEqualTo(CallState.SENT);
  }

  @Test
  void an_interrupt_cancels_the_call_and_keeps_the_connection() throws InterruptedException {
    var opened = open(null);
    assertEchoes(opened, 1);
    dc.faults.add(new Fault.DropAnswer());
    var outcome = new CompletableFuture<Boolean>();
    var caller =
        Thread.startVirtualThread(() -> {
          try {
            opened.call(query(2), PATIENCE);
          } catch (CallCancelled cancelled) {
            outcome.complete(Thread.currentThread().isInterrupted());
          }
        });
    while (dc.calls.size() < 2) {
      Thread.onSpinWait();
    }
    caller.interrupt();
    assertThat(outcome).succeedsWithin(PATIENCE).isEqualTo(true);
    assertEchoes(opened, 3);
  }

  @Test
  void closing_ends_open_calls() {
    var opened = open(null);
    assertEchoes(opened, 1);
    dc.faults.add(new Fault.Stall());
    var outcome = new CompletableFuture<Throwable>();
    Thread.startVirtualThread(() -> {
      try {
        opened.call(query(2), PATIENCE);
      } catch (RuntimeException thrown) {
        outcome.complete(thrown);
      }
    });
    while (dc.calls.size() < 2) {
      Thread.onSpinWait();
    }
    opened.close();
    assertThat(outcome).succeedsWithin(PATIENCE).isInstanceOf(CallCancelled.class);
    assertThatThrownBy(() -> opened.call(query(3), PATIENCE)).isInstanceOf(CallCancelled.class);
  }

  @Test
  void pushed_updates_are_handed_on() throws InterruptedException {
    assertEchoes(open(null), 1);
    dc.push(query(77));
    assertThat(listener.pushes.poll(60, TimeUnit.SECONDS)).isEqualTo(query(77));
  }

  @Test
  void a_key_that_the_server_forgot_is_told_once_and_ends_the_connection() {
    var opened = open(null);
    assertEchoes(opened, 1);
    dc.forgetKeys();
    assertThatThrownBy(() -> opened.call(query(2), PATIENCE)).isInstanceOf(KeyLost.class);
    listener.await("key lost");
    assertThatThrownBy(() -> opened.call(query(3), PATIENCE)).isInstanceOf(KeyLost.class);
    assertThat(dc.connections).hasValue(3);
    assertThat(dc.keysMade).hasValue(1);
    assertThat(listener.failures).hasSize(2).hasOnlyElementsOfType(KeyRefused.class);
    assertThat(listener.news).doesNotContain("key lost");
  }

  @Test
  void a_key_refused_now_and_then_is_not_lost() {
    var opened = open(null);
    for (var round = 0; round < 3; round++) {
      assertEchoes(opened, round);
      dc.faults.add(new Fault.TransportError(Frame.TransportError.UNKNOWN_AUTH_KEY));
      dc.faults.add(new Fault.TransportError(Frame.TransportError.UNKNOWN_AUTH_KEY));
    }
    assertEchoes(opened, 3);
    assertThat(dc.keysMade).hasValue(1);
    assertThat(listener.failures).hasOnlyElementsOfType(KeyRefused.class);
    assertThat(listener.news).doesNotContain("key lost");
  }

  @Test
  void many_refusals_on_one_connection_count_once() {
    var opened = open(null);
    assertEchoes(opened, 1);
    dc.faults.add(new Fault.TransportError(Frame.TransportError.UNKNOWN_AUTH_KEY, 10));
    assertEchoes(opened, 2);
    assertThat(dc.connections).hasValue(2);
  }

  @Test
  void a_prepared_connection_dials_when_started_and_calls_wait_for_it() {
    var prepared = DcConnection.prepare(dc.endpoint(), null, settings(), listener);
    connection = prepared;
    var call =
        CompletableFuture.runAsync(() -> assertEchoes(prepared, 1), Thread::startVirtualThread);
    assertThat(dc.connections).hasValue(0);
    prepared.start();
    prepared.start();
    assertThat(call).succeedsWithin(PATIENCE);
  }

  @Test
  void a_prepared_connection_that_was_closed_never_dials() {
    var prepared = DcConnection.prepare(dc.endpoint(), null, settings(), listener);
    prepared.close();
    prepared.start();
    prepared.close();
    assertThatThrownBy(() -> prepared.call(query(1), PATIENCE)).isInstanceOf(CallCancelled.class);
    assertThat(dc.connections).hasValue(0);
  }

  @Test
  void a_wrong_salt_costs_a_round_trip_and_no_more() {
    assertEchoes(open(null), 1);
    var key = listener.keys.getFirst();
    close(connection);
    assertEchoes(open(new KnownKey(key.key(), key.salt() + 1, key.clockOffset())), 2);
  }

  @Test
  void a_server_with_another_clock_is_followed() {
    dc.clockSkew = Duration.ofHours(3);
    assertEchoes(open(null), 1);
    assertThat(listener.keys.getFirst().clockOffset()).isGreaterThan(Duration.ofHours(2));
    dc.clockSkew = Duration.ofHours(5);
    close(connection);
    assertEchoes(open(listener.keys.getFirst()), 2);
    assertThat(requireNonNull(listener.latest).clockOffset()).isGreaterThan(Duration.ofHours(4));
  }

  private static void close(@Nullable DcConnection opened) {
    if (opened != null) {
      opened.close();
    }
  }
}
