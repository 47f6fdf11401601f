package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xyz.contentfactory.telegram.client.ScriptedTelegram.error;
import static xyz.contentfactory.telegram.client.ScriptedTelegram.result;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import xyz.contentfactory.telegram.mtproto.CallCancelled;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;
import xyz.contentfactory.telegram.net.Fault;
import xyz.contentfactory.telegram.tl.method.auth.LogOut;
import xyz.contentfactory.telegram.tl.method.auth.SendCode;
import xyz.contentfactory.telegram.tl.method.auth.SignIn;
import xyz.contentfactory.telegram.tl.method.help.GetNearestDc;
import xyz.contentfactory.telegram.tl.type.NearestDc;
import xyz.contentfactory.telegram.tl.type.auth.LoggedOut;
import xyz.contentfactory.telegram.tl.type.auth.SentCodeTypeApp;

@Timeout(240)
class CallsTest {
  private static final NearestDc NEAREST = new NearestDc("ZZ", 2, 2);

  private final ScriptedTelegram telegram =
      new ScriptedTelegram()
          .on(GetNearestDc.class, NEAREST)
          .on(SignIn.class, Samples.authorization());
  private final RecordingOwner owner = new RecordingOwner();
  private @Nullable TelegramClient opened;

  private TelegramClient client() {
    var client = opened;
    if (client == null) {
      client = telegram.open(owner);
      opened = client;
    }
    return client;
  }

  private void signIn() {
    var _ = client().login().signIn(Samples.PHONE, "abc", "22222");
  }

  @AfterEach
  void close() {
    if (opened != null) {
      opened.close();
    }
    telegram.close();
  }

  @Test
  void only_the_first_queries_of_a_connection_are_introduced() {
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(telegram.introduced).contains(new GetNearestDc());
    assertThat(introductions()).isEqualTo(1);
    telegram.dc.dropConnections();
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
  }

  @Test
  void all_early_parallel_queries_are_introduced() {
    telegram.dc.refuse(true);
    var calls =
        IntStream.range(0, 10)
            .mapToObj(_ ->
                CompletableFuture.supplyAsync(
                    () -> client().call(new GetNearestDc()), Thread::startVirtualThread))
            .toList();
    telegram.dc.refuse(false);
    calls.forEach(call -> assertThat(call).succeedsWithin(Duration.ofSeconds(60)));
    assertThat(telegram.introduced).isNotEmpty();
  }

  @Test
  void a_server_that_has_forgotten_us_is_told_again() {
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    var before = introductions();
    telegram.on(
        GetNearestDc.class,
        _ -> introductions() == before ? error(400, "CONNECTION_NOT_INITED") : result(NEAREST));
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(introductions()).isEqualTo(before + 1);
  }

  private long introductions() {
    return telegram.introduced.stream().filter(GetNearestDc.class::isInstance).count();
  }

  @Test
  void a_server_that_never_knows_us_is_not_told_for_ever() {
    telegram.on(GetNearestDc.class, _ -> error(400, "CONNECTION_NOT_INITED"));
    assertThatThrownBy(() -> client().call(new GetNearestDc())).isInstanceOf(RpcException.class);
    assertThat(telegram.calls(GetNearestDc.class)).hasSize(3);
  }

  @Test
  void a_flood_within_the_limit_is_slept_once() {
    var asked = new AtomicInteger();
    telegram.on(
        GetNearestDc.class,
        _ -> asked.getAndIncrement() == 0 ? error(420, "FLOOD_WAIT_0") : result(NEAREST));
    var network = telegram.network().withFloodsSleptUpTo(Duration.ofSeconds(5));
    var client = AccountClient.open(network, null, owner, ScriptedTelegram.quickSettings());
    opened = client;
    assertThat(client.call(new GetNearestDc())).isEqualTo(NEAREST);
  }

  @Test
  void a_login_that_telegram_ended_is_told_once_and_nobody_is_signed_in() {
    signIn();
    telegram.on(GetNearestDc.class, _ -> error(401, "SESSION_REVOKED"));
    assertThatThrownBy(() -> client().call(new GetNearestDc())).isInstanceOf(RpcException.class);
    assertThat(owner.ending()).isEqualTo(new RpcError.LoggedOut(401, "SESSION_REVOKED"));
    assertThat(owner.latest()).isNotNull().matches(login -> !login.signedIn());
    assertThatThrownBy(() -> client().call(new GetNearestDc())).isInstanceOf(RpcException.class);
    assertThat(owner.endings).isEmpty();
  }

  @Test
  void a_duplicated_key_is_dropped() {
    signIn();
    telegram.on(GetNearestDc.class, _ -> error(406, "AUTH_KEY_DUPLICATED"));
    assertThatThrownBy(() -> client().call(new GetNearestDc())).isInstanceOf(RpcException.class);
    assertThat(owner.ending()).isInstanceOf(RpcError.KeyDuplicated.class);
    assertThat(client().storedLogin().keys()).isEmpty();
  }

  @Test
  void nobody_logged_in_is_no_ending() {
    telegram.on(GetNearestDc.class, _ -> error(401, "AUTH_KEY_UNREGISTERED"));
    assertThatThrownBy(() -> client().call(new GetNearestDc())).isInstanceOf(RpcException.class);
    assertThat(owner.endings).isEmpty();
    assertThat(client().storedLogin().keys()).hasSize(1);
  }

  @Test
  void a_forgotten_key_ends_the_login_once_and_stays_until_a_new_login_replaces_it() {
    telegram.on(SendCode.class, Samples.sentCode(new SentCodeTypeApp(5)));
    signIn();
    var stored = Objects.requireNonNull(owner.latest());
    telegram.dc.forgetKeys();
    assertKeyUnknown();
    assertThat(owner.ending()).isEqualTo(new RpcError.LoggedOut(-404, "AUTH_KEY_UNKNOWN"));
    var dialled = telegram.dc.connections.get();
    assertKeyUnknown();
    assertThat(telegram.dc.connections).hasValue(dialled);
    assertThat(owner.latest()).isEqualTo(stored);
    assertThat(telegram.dc.keysMade).hasValue(1);

    assertThat(client().login().sendCode(Samples.PHONE)).isInstanceOf(LoginStep.CodeSent.class);
    assertThat(telegram.dc.keysMade).hasValue(2);
    assertThat(owner.latest()).isNotNull().matches(login -> !login.signedIn());
    signIn();
    assertThat(owner.latest()).isNotNull().matches(StoredLogin::signedIn);
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(telegram.dc.keysMade).hasValue(2);
    assertThat(owner.endings).isEmpty();
  }

  private void assertKeyUnknown() {
    assertThatThrownBy(() -> client().call(new GetNearestDc()))
        .isInstanceOfSatisfying(
            RpcException.class, refused -> assertThat(refused.error()).isEqualTo(Home.KEY_UNKNOWN));
  }

  @Test
  void a_forged_refusal_of_the_key_harms_no_login() {
    signIn();
    var stored = Objects.requireNonNull(owner.latest());
    telegram.dc.faults.add(new Fault.TransportError(-404, 5));
    telegram.dc.faults.add(new Fault.TransportError(-404, 5));
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(client().storedLogin().userId()).isEqualTo(stored.userId());
    assertThat(telegram.dc.keysMade).hasValue(1);
    assertThat(owner.endings).isEmpty();
  }

  @Test
  void a_login_whose_key_was_wrongly_refused_for_long_works_when_opened_again() {
    signIn();
    telegram.dc.forgetKeys();
    assertKeyUnknown();
    client().close();
    opened = null;
    telegram.dc.rememberKeys();
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(client().storedLogin().signedIn()).isTrue();
    assertThat(telegram.dc.keysMade).hasValue(1);
  }

  @Test
  void a_forgotten_key_of_nobody_is_replaced_without_a_word() {
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    telegram.dc.forgetKeys();
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(telegram.dc.keysMade).hasValue(2);
  }

  @Test
  void a_restart_uses_the_key_again() {
    signIn();
    client().close();
    opened = null;
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    assertThat(telegram.dc.keysMade).hasValue(1);
    assertThat(client().storedLogin().signedIn()).isTrue();
  }

  @Test
  void a_call_without_answer_is_lost_in_its_time() {
    var network = telegram.network().withCallTimeout(Duration.ofMillis(300));
    telegram.dc.refuse(true);
    var client = AccountClient.open(network, null, owner, ScriptedTelegram.quickSettings());
    opened = client;
    assertThatThrownBy(() -> client.call(new GetNearestDc())).isInstanceOf(ConnectionLost.class);
  }

  @Test
  void a_callback_that_calls_the_client_is_told_not_to() {
    var thrown = new CompletableFuture<RuntimeException>();
    var self = new CompletableFuture<TelegramClient>();
    ClientListener careless =
        new ClientListener() {
          @Override
          public void loginChanged(StoredLogin login) {
            try {
              self.join().logOut();
            } catch (RuntimeException failure) {
              thrown.complete(failure);
              throw failure;
            }
          }
        };
    telegram.on(LogOut.class, LoggedOut.builder().build());
    var client =
        AccountClient.open(
            telegram.network().withCallTimeout(Duration.ofMillis(500)),
            null,
            careless,
            ScriptedTelegram.quickSettings());
    opened = client;
    self.complete(client);
    assertThat(thrown).succeedsWithin(Duration.ofSeconds(60));
  }

  @Test
  void logging_out_leaves_nothing_and_closes() {
    signIn();
    telegram.on(LogOut.class, LoggedOut.builder().build());
    client().logOut();
    assertThat(owner.latest()).isEqualTo(StoredLogin.empty(2));
    assertThat(client().state()).isEqualTo(ConnectionState.CLOSED);
    assertThatThrownBy(() -> client().call(new GetNearestDc())).isInstanceOf(CallCancelled.class);
  }

  @Test
  void a_lost_answer_is_asked_for_again_on_the_next_connection() {
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
    telegram.dc.faults.add(new Fault.TruncatedFrame());
    assertThat(client().call(new GetNearestDc())).isEqualTo(NEAREST);
  }
}
