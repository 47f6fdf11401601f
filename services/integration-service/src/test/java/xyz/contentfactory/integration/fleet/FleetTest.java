package xyz.contentfactory.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.notice.Notice;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.KeyringException;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.ConnectionState;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;
import xyz.contentfactory.telegram.net.proxy.Route;

@Timeout(120)
class FleetTest {
  private final FleetWorld world = new FleetWorld(Duration.ofSeconds(12));
  private final FakeTelegram telegram = world.telegram;

  @AfterEach
  void close() {
    world.close();
  }

  private static Problem problem(CompletableFuture<@Nullable Problem> request) throws Exception {
    return Objects.requireNonNull(request.get(15, TimeUnit.SECONDS), "it succeeded");
  }

  @Test
  void a_refused_greeting_is_followed_by_a_pause() {
    telegram.self =
        () -> {
          throw FakeTelegram.error(500, "RPC_CALL_FAIL");
        };
    UUID id = world.connected("1");
    world.fleet.sweep();
    Awaitility.await().until(() -> telegram.count("self") > 0);
    Awaitility.await()
        .during(Duration.ofMillis(600))
        .until(() -> {
          world.fleet.wake(id);
          return telegram.count("self") == 1;
        });
    telegram.self = () -> FakeTelegram.PERSON;
    world.awaitState(id, AccountState.CONNECTED);
    assertThat(telegram.count("self")).isEqualTo(2);
  }

  @Test
  void a_proxy_that_leads_nowhere_is_a_state_of_its_own_until_it_leads_somewhere()
      throws Exception {
    UUID id = world.connected("1");
    Proxy proxy = new Proxy.Socks5("proxy.example", 1080, null);
    world.proxies.save(id, new TestedProxy(proxy, world.clock.instant(), Duration.ofMillis(5)));
    world.fleet.sweep();
    world.awaitState(id, AccountState.CONNECTED);
    ClientListener client = Objects.requireNonNull(telegram.listening);

    client.stateChanged(ConnectionState.WAITING);
    client.proxyFailed(ProxyFailed.Reason.UNREACHABLE);
    world.awaitState(id, AccountState.PROXY_FAILED);
    client.proxyFailed(ProxyFailed.Reason.UNREACHABLE);
    assertThat(world.account(id).stateReason()).isEqualTo("proxy-unreachable");
    assertThat(code(world.refresh(id).get(5, TimeUnit.SECONDS))).isEqualTo("proxy-unreachable");
    client.stateChanged(ConnectionState.CONNECTED);
    world.awaitState(id, AccountState.CONNECTED);

    assertThat(world.account(id).stateReason()).isNull();
    assertThat(world.lines("ACCOUNT_STATE")).isEqualTo(1);
    assertThat(telegram.routes).extracting(Route::proxy).containsExactly(proxy);
  }

  private static String code(@Nullable Problem problem) {
    return Objects.requireNonNull(problem).code().code();
  }

  @Test
  void another_proxy_is_gone_through_at_once_and_by_the_next_owner() {
    UUID id = world.connected("1");
    Proxy proxy = new Proxy.HttpConnect("proxy.example", 8080, null);
    TestedProxy tested = new TestedProxy(proxy, world.clock.instant(), Duration.ofMillis(5));
    world.fleet.sweep();
    world.awaitState(id, AccountState.CONNECTED);

    world.fleet.reroute(id, () -> world.proxies.save(id, tested));
    Awaitility.await().until(() -> telegram.routes.size() == 2);
    world.fleet.reroute(id, () -> world.proxies.remove(id));
    Awaitility.await().until(() -> telegram.routes.size() == 3);

    assertThat(telegram.routes).extracting(Route::proxy).containsExactly(null, proxy, null);
    assertThat(telegram.count("open")).isEqualTo(1);
  }

  @Test
  void a_person_s_question_waits_for_the_greeting() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    telegram.self =
        () -> {
          telegram.self = () -> FakeTelegram.PERSON;
          asked.countDown();
          throw FakeTelegram.error(500, "RPC_CALL_FAIL");
        };
    UUID id = world.connected("1");
    world.fleet.sweep();
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(world.refresh(id).get(15, TimeUnit.SECONDS)).isNull();
    assertThat(telegram.asked).startsWith("open", "self", "self", "dialogs");
  }

  @Test
  void nobody_asks_telegram_during_a_flood_wait_but_a_login_can_be_ended() throws Exception {
    UUID id = world.running();
    telegram.dialogs =
        () -> {
          throw FakeTelegram.error(420, "FLOOD_WAIT_600");
        };
    assertThat(problem(world.refresh(id)).code().code()).isEqualTo("flood-wait");
    long before = telegram.count("dialogs");
    Problem refused = problem(world.refresh(id));
    assertThat(refused.code().code()).isEqualTo("flood-wait");
    assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(590), Duration.ofSeconds(600));
    assertThat(telegram.count("dialogs")).isEqualTo(before);
    world.fleet.disconnect(id);
    assertThat(telegram.count("logOut")).isEqualTo(1);
  }

  @Test
  void requests_beyond_the_limit_are_refused_while_one_is_served() {
    UUID id = world.running();
    telegram.dialogs = telegram::never;
    CompletableFuture<@Nullable Problem> served = world.refresh(id);
    Awaitility.await().until(() -> telegram.count("dialogs") == 2);
    List<CompletableFuture<@Nullable Problem>> more =
        IntStream.range(0, 20).mapToObj(i -> world.refresh(id)).toList();
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .until(() -> more.stream().filter(CompletableFuture::isDone).count() == 12);
    assertThat(served).isNotDone();
  }

  @Test
  void who_waits_for_an_account_that_stops_is_told_at_once() throws Exception {
    UUID id = world.running();
    telegram.dialogs = telegram::never;
    CompletableFuture<@Nullable Problem> served = world.refresh(id);
    Awaitility.await().until(() -> telegram.count("dialogs") == 2);
    CompletableFuture<@Nullable Problem> waiting = world.refresh(id);
    world.fleet.close();
    assertThat(problem(served).code().code()).isEqualTo("temporarily-unavailable");
    assertThat(problem(waiting).code().code()).isEqualTo("temporarily-unavailable");
  }

  @Test
  void a_login_that_ends_is_what_the_person_reads() throws Exception {
    UUID id = world.running();
    telegram.dialogs =
        () -> {
          throw FakeTelegram.error(401, "SESSION_REVOKED");
        };
    assertThat(problem(world.refresh(id)).code().code()).isEqualTo("account-logged-out");
    world.awaitState(id, AccountState.NEEDS_LOGIN);
  }

  @Test
  void a_call_that_breaks_with_an_error_does_not_stop_the_account() throws Exception {
    UUID id = world.running();
    telegram.dialogs =
        () -> {
          throw new StackOverflowError();
        };
    assertThat(problem(world.refresh(id)).code().code()).isEqualTo("internal");
    telegram.dialogs = List::of;
    assertThat(world.refresh(id).get(15, TimeUnit.SECONDS)).isNull();
  }

  @Test
  void a_login_that_cannot_be_opened_needs_a_new_one_and_can_be_disconnected() {
    UUID id = world.connected("1");
    world.decrypting =
        () -> {
          throw new KeyringException("another keyring");
        };
    world.fleet.sweep();
    assertThat(world.account(id).state()).isEqualTo(AccountState.NEEDS_LOGIN);
    assertThat(world.lines("ACCOUNT_STATE")).isEqualTo(1);
    assertThat(world.notices.waiting())
        .extracting(Notice::kind)
        .containsExactly("LOGIN_UNREADABLE");
    world.fleet.disconnect(id);
    assertThat(world.accounts.find(world.member, id)).isEmpty();
  }

  @Test
  void an_owner_that_ends_by_a_fault_is_not_started_again_at_once() {
    telegram.opening =
        () -> {
          throw new IllegalStateException("a fault of ours");
        };
    world.connected("1");
    world.fleet.sweep();
    Awaitility.await().until(() -> world.leasesHeld() == 0);
    world.fleet.sweep();
    assertThat(telegram.count("open")).isEqualTo(1);
    world.clock.move(Duration.ofSeconds(31));
    world.fleet.sweep();
    Awaitility.await().until(() -> telegram.count("open") == 2);
  }

  @Test
  void those_longest_alone_are_taken_first() {
    UUID failing = world.connected("1");
    world
        .database
        .sql()
        .sql("insert into leases values (:name, 'x', 1, clock_timestamp() - interval '1 second')")
        .param("name", "account/" + failing)
        .update();
    UUID fresh = UUID.randomUUID();
    world
        .database
        .sql()
        .sql(
            """
            insert into telegram_sessions (id, member_id, state, stored_login_sealed, phone_masked, phone_hash,
              telegram_user_id, name, dc, connected_at)
            values (:id, :id, 'CONNECTING', '', '2', '2', 78, 'Boris', 2, now())
            """)
        .param("id", fresh)
        .update();
    assertThat(world.accounts.unheld(1)).containsExactly(fresh);
  }

  @Test
  void the_end_waits_for_an_account_that_is_just_being_taken() throws Exception {
    world.connected("1");
    CountDownLatch taking = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    world.decrypting =
        () -> {
          taking.countDown();
          await(goOn);
        };
    Thread sweep = Thread.ofVirtual().start(world.fleet::sweep);
    assertThat(taking.await(10, TimeUnit.SECONDS)).isTrue();
    Thread end = Thread.ofVirtual().start(world.fleet::close);
    assertThat(end.join(Duration.ofMillis(300))).isFalse();
    goOn.countDown();
    end.join();
    assertThat(world.leasesHeld()).isZero();
    assertThat(telegram.asked).isEmpty();
    sweep.join();
  }

  @Test
  void an_account_lost_while_it_is_being_taken_is_not_used() {
    try (FleetWorld hasty = new FleetWorld(Duration.ofMillis(400))) {
      hasty.connected("1");
      CountDownLatch never = new CountDownLatch(1);
      hasty.decrypting = () -> await(never);
      hasty.fleet.sweep();
      assertThat(hasty.telegram.asked).isEmpty();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_request_given_up_is_not_executed_later() {
    Mailbox mailbox = new Mailbox();
    Request request = new Request(Request.Wish.DISCONNECT);
    assertThat(mailbox.ask(request)).isTrue();
    assertThatThrownBy(() -> request.await(Duration.ZERO, Duration.ofMinutes(1)))
        .isInstanceOf(ProblemException.class);
    assertThat(mailbox.nextRequest(each -> true)).isNull();
  }

  @Test
  void the_first_reason_stands() {
    Request request = new Request(Request.Wish.DISCONNECT);
    request.failed(Request.unavailable("The first."));
    request.failed(Request.unavailable("The second."));
    assertThatThrownBy(() -> request.await(Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("The first.");
  }
}
