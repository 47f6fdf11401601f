package xyz.contentfactory.integration.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.kit.notice.Notice;
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.SentMessage;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.ConnectionLost;

/// What becomes of a post whose attempts end in every possible way.
@Timeout(120)
class SendingTest {
  private static final PeerRef.Channel CHANNEL = new PeerRef.Channel(5, 6);

  private final FleetWorld world = new FleetWorld(Duration.ofSeconds(12));
  private final FakeTelegram telegram = world.telegram;
  private UUID account = world.member;

  @BeforeEach
  void start() {
    Dialog.Rights all = new Dialog.Rights(true, true, true, true, true);
    telegram.dialogs =
        () ->
            List.of(new Dialog(CHANNEL, "News", "news", Dialog.Kind.CHANNEL, 3, all, true, false));
    account = world.running();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private UUID plan() {
    UUID id = UUID.randomUUID();
    world
        .database
        .sql()
        .sql(
            """
            insert into deliveries (id, member_id, account_id, channel_id, channel_title, body, entities, random_id,
              state, planned_at, due_at, idempotency_key, body_hash, created_at)
            select :id, :member, :account, c.id, c.title, 'Hello', '[]', 9, 'PLANNED', now(), now(), 'k', 'h', now()
              from telegram_channels c where c.account_id = :account
            """)
        .param("id", id)
        .param("member", world.member)
        .param("account", account)
        .update();
    world.fleet.wake(account);
    return id;
  }

  private Map<String, @Nullable Object> row(UUID id) {
    return world
        .database
        .sql()
        .sql("select * from deliveries where id = :id")
        .param("id", id)
        .query()
        .singleRow();
  }

  private Map<String, @Nullable Object> awaitState(UUID id, String state) {
    return Awaitility.await().until(() -> row(id), row -> state.equals(row.get("state")));
  }

  /// Lets the next attempt be made at once.
  private void awaitAttempt(int number) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          world.clock.move(Duration.ofMinutes(6));
          world.fleet.wake(account);
          return telegram.count("send") >= number;
        });
  }

  private void lostOnce(Runnable then) {
    telegram.send =
        text -> {
          then.run();
          throw new ConnectionLost(CallState.SENT);
        };
  }

  private void refusing() {
    telegram.send =
        text -> {
          throw FakeTelegram.error(403, "CHAT_WRITE_FORBIDDEN");
        };
  }

  @Test
  void a_refused_repeat_of_a_post_that_stands_is_sent() {
    telegram.find = () -> new SentMessage(CHANNEL, 5, Instant.now(), true);
    lostOnce(this::refusing);
    UUID id = plan();
    awaitAttempt(2);
    Map<String, @Nullable Object> sent = awaitState(id, "SENT");
    assertThat(sent.get("message_number")).isEqualTo(5);
    assertThat(sent.get("link")).isEqualTo("https://t.me/news/5");
  }

  @Test
  void a_refused_repeat_that_is_not_to_be_seen_warns_of_posting_again() {
    lostOnce(this::refusing);
    UUID id = plan();
    awaitAttempt(2);
    assertThat(Objects.toString(awaitState(id, "REFUSED").get("refusal_detail")))
        .contains("may stand in the channel");
    assertThat(telegram.count("find")).isEqualTo(1);
  }

  @Test
  void a_plain_refusal_needs_no_look_into_the_channel() {
    refusing();
    UUID id = plan();
    assertThat(Objects.toString(awaitState(id, "REFUSED").get("refusal_detail")))
        .doesNotContain("may stand");
    assertThat(telegram.count("find")).isZero();
  }

  @Test
  void a_post_that_telegram_took_without_saying_as_what_is_sent() {
    telegram.send = text -> FakeTelegram.sent(text, null);
    Map<String, @Nullable Object> sent = awaitState(plan(), "SENT");
    assertThat(sent.get("message_number")).isNull();
    assertThat(sent.get("link")).isNull();
  }

  private double counted(String meter) {
    return world.meters.get(meter).counter().count();
  }

  @Test
  void what_became_of_posts_is_measured() {
    telegram.send = text -> FakeTelegram.sent(text, null);
    awaitState(plan(), "SENT");
    Awaitility.await().until(() -> counted("deliveries.lost") == 1);
    assertThat(world.meters.get("deliveries.lateness").timer().count()).isEqualTo(1);
    assertThat(counted("deliveries.doubled")).isZero();
  }

  @Test
  void a_post_that_is_found_a_second_time_is_told() {
    lostOnce(() -> telegram.send = text -> FakeTelegram.sent(text, 9));
    telegram.find = () -> new SentMessage(CHANNEL, 8, Instant.now(), true);
    UUID id = plan();
    awaitAttempt(2);
    Map<String, @Nullable Object> sent = awaitState(id, "SENT");
    assertThat(sent.get("message_number")).isEqualTo(9);
    assertThat(sent.get("doubled")).isEqualTo(true);
    Awaitility.await().until(() -> counted("deliveries.doubled") == 1);
  }

  @Test
  void a_wait_beyond_the_patience_of_a_post_is_written_down_once() {
    telegram.send =
        text -> {
          throw FakeTelegram.error(420, "FLOOD_WAIT_7200");
        };
    UUID id = plan();
    Awaitility.await().until(() -> world.lines("DELIVERY_DELAYED") == 1);
    assertThat(row(id).get("delayed")).isEqualTo(true);
    assertThat(row(id).get("state")).isEqualTo("PLANNED");
    Awaitility.await().until(() -> counted("deliveries.delayed") == 1);
    Notice told = world.notices.waiting().getFirst();
    assertThat(told.kind()).isEqualTo("POSTS_LATE");
    assertThat(told.count()).isEqualTo(1);
    assertThat(told.until()).isAfter(world.clock.instant().plusSeconds(7000));
  }

  @Test
  void late_posts_of_one_account_are_told_once_in_a_while() {
    Instant until = world.clock.instant().plusSeconds(7200);
    world.notices.late(account, 3, until);
    world.notices.late(account, 4, until);
    assertThat(world.notices.waiting()).extracting(Notice::count).containsExactly(3L);
    world.notices.told(world.notices.waiting().getFirst().id());
    world.clock.move(Duration.ofHours(5));
    world.notices.late(account, 5, until);
    assertThat(world.notices.waiting()).isEmpty();
    world.clock.move(Duration.ofHours(2));
    world.notices.late(account, 6, until);
    assertThat(world.notices.waiting()).extracting(Notice::count).containsExactly(6L);
  }

  @Test
  void lost_connections_do_not_count_as_faults() {
    telegram.send =
        text -> {
          throw new ConnectionLost(CallState.SENT);
        };
    UUID id = plan();
    awaitAttempt(11);
    telegram.send =
        text -> {
          telegram.send = again -> FakeTelegram.sent(again, 8);
          throw FakeTelegram.error(500, "RPC_CALL_FAIL");
        };
    long made = telegram.count("send");
    awaitAttempt((int) made + 2);
    assertThat(awaitState(id, "SENT").get("message_number")).isEqualTo(8);
  }

  @Test
  void a_restricted_account_pauses_with_its_posts() {
    telegram.send =
        text -> {
          telegram.send = again -> FakeTelegram.sent(again, 8);
          throw FakeTelegram.error(400, "PEER_FLOOD");
        };
    UUID id = plan();
    world.awaitState(account, AccountState.RESTRICTED);
    assertThat(world.account(account).stateReason()).isEqualTo("PEER_FLOOD");
    assertThat(row(id).get("state")).isEqualTo("PLANNED");
    world.clock.move(Duration.ofMinutes(61));
    world.fleet.wake(account);
    awaitState(id, "SENT");
    world.awaitState(account, AccountState.CONNECTED);
  }

  @Test
  void faults_without_end_are_a_refusal_that_warns() {
    telegram.send =
        text -> {
          throw FakeTelegram.error(500, "RPC_CALL_FAIL");
        };
    UUID id = plan();
    awaitAttempt(10);
    assertThat(Objects.toString(awaitState(id, "REFUSED").get("refusal_detail")))
        .contains("may stand in the channel");
  }

  @Test
  void an_unknown_outcome_stays_one_through_a_flood_wait_and_the_end_of_the_account() {
    lostOnce(() ->
        telegram.send =
            text -> {
              throw FakeTelegram.error(420, "FLOOD_WAIT_600");
            });
    UUID id = plan();
    awaitAttempt(2);
    Awaitility.await().until(() -> world.lines("ACCOUNT_STATE") == 1);
    assertThat(row(id).get("state")).isEqualTo("SENDING");
    world.fleet.disconnect(account);
    Map<String, @Nullable Object> cancelled = row(id);
    assertThat(cancelled.get("state")).isEqualTo("CANCELLED");
    assertThat(Objects.toString(cancelled.get("refusal_detail")))
        .contains("disconnected")
        .contains("may stand in the channel");
  }
}
