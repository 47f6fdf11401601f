package xyz.contentfactory.telegram.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xyz.contentfactory.telegram.net.proxy.AddressRule;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.Route;

@Timeout(120)
class ProxiedConnectionTest {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch answering = new CountDownLatch(1);
  private final TestDc dc = new TestDc(this::answer);
  private final RecordingListener listener = new RecordingListener();
  private final TestProxy one = TestProxy.socks5(RouteProbeTest.LOGIN);
  private final TestProxy two = TestProxy.http(null);
  private volatile boolean slow;
  private @Nullable DcConnection connection;

  private Reply answer(byte[] call) {
    if (slow) {
      arrived.countDown();
      try {
        answering.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    return new Reply.Result(call);
  }

  private static Route by(TestProxy proxy) {
    return Route.through(proxy.proxy(), AddressRule.anywhere());
  }

  private DcConnection open(Route route) {
    var there =
        new DcEndpoint(TestDc.ID, dc.endpoint().addresses(), dc.endpoint().serverKeys(), route);
    var opened = DcConnection.open(there, null, DcConnectionTest.settings(), listener);
    connection = opened;
    return opened;
  }

  private static void assertEchoes(DcConnection on, int number) {
    var query = DcConnectionTest.query(number);
    assertThat(on.call(query, DcConnectionTest.PATIENCE))
        .isInstanceOfSatisfying(
            Reply.Result.class, reply -> assertThat(reply.body()).isEqualTo(query));
  }

  @AfterEach
  void close() {
    answering.countDown();
    if (connection != null) {
      connection.close();
    }
    one.close();
    two.close();
    dc.close();
  }

  @ParameterizedTest
  @MethodSource("xyz.contentfactory.telegram.net.RouteProbeTest#kinds")
  void calls_are_answered_through_every_kind_of_proxy(Function<TestDc, TestProxy> kind) {
    try (var proxy = kind.apply(dc)) {
      var opened = open(by(proxy));
      for (int i = 0; i < 50; i++) {
        assertEchoes(opened, i);
      }
      assertThat(proxy.destinations).hasSize(1);
      assertThat(dc.connections).hasValue(1);
    }
  }

  @Test
  void a_proxy_that_cuts_in_the_middle_is_dialled_again() {
    var opened = open(by(one));
    assertEchoes(opened, 1);
    one.cut();
    assertEchoes(opened, 2);
    assertThat(one.destinations).hasSize(2);
    assertThat(dc.keysMade).hasValue(1);
  }

  @Test
  void a_proxy_that_fails_is_never_gone_around() {
    var opened = open(by(one));
    assertEchoes(opened, 1);
    var before = dc.connections.get();
    one.refuse(true);
    one.cut();
    for (int attempt = 0; attempt < 5; attempt++) {
      listener.await("disconnected");
    }

    assertThat(listener.failures)
        .filteredOn(ProxyFailed.class::isInstance)
        .map(failure -> ((ProxyFailed) failure).reason())
        .isNotEmpty()
        .containsOnly(ProxyFailed.Reason.NO_ANSWER);
    assertThat(dc.connections).hasValue(before);
    one.refuse(false);
    assertEchoes(opened, 2);
  }

  @Test
  void a_connection_is_led_another_way_with_its_key_and_its_open_calls()
      throws InterruptedException {
    slow = true;
    var opened = open(by(one));
    var query = DcConnectionTest.query(7);
    var open = CompletableFuture.supplyAsync(() -> opened.call(query, DcConnectionTest.PATIENCE));
    listener.await("connected");
    arrived.await();

    opened.reroute(by(two));
    listener.await("connected");
    answering.countDown();

    assertThat(open.join())
        .isInstanceOfSatisfying(
            Reply.Result.class, reply -> assertThat(reply.body()).isEqualTo(query));
    assertThat(dc.keysMade).hasValue(1);
    opened.reroute(Route.direct());
    assertEchoes(opened, 8);
    assertThat(one.destinations).hasSize(1);
    assertThat(two.destinations).hasSize(1);
    assertThat(dc.connections).hasValue(3);
  }

  @Test
  void a_dead_proxy_is_left_at_once_for_a_living_one() {
    one.refuse(true);
    var opened = open(by(one));
    listener.await("disconnected");
    opened.reroute(by(two));
    assertEchoes(opened, 1);
  }
}
