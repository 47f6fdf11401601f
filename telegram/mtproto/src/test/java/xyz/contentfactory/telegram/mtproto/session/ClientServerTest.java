package xyz.contentfactory.telegram.mtproto.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.mtproto.CallState;
import xyz.contentfactory.telegram.mtproto.SeededEntropy;
import xyz.contentfactory.telegram.mtproto.ServerSalt;
import xyz.contentfactory.telegram.tl.mt.PlainBadMsgNotification;

class ClientServerTest {
  private static final byte[] QUESTION = Pair.body(0x11223344, 1, 2, 3);
  private static final byte[] ANSWER = Pair.body(0x55667788, 4, 5);

  @Test
  void a_call_is_answered_though_the_first_salt_is_wrong() {
    var pair = new Pair();
    var call = pair.client.call(QUESTION);
    assertThat(pair.client.stateOf(call)).isEqualTo(CallState.NOT_SENT);

    pair.talk();
    assertThat(pair.requests).hasSize(1);
    assertThat(pair.requests.getFirst().body()).isEqualTo(QUESTION);
    assertThat(pair.client.stateOf(call)).isEqualTo(CallState.ACKED);

    pair.session().reply(pair.requests.getFirst().msgId(), ANSWER);
    pair.talk();
    assertThat(pair.effects)
        .hasAtLeastOneElementOfType(SessionEffect.SaltChanged.class)
        .hasAtLeastOneElementOfType(SessionEffect.NewSession.class)
        .contains(new SessionEffect.Acked(call))
        .anySatisfy(effect -> {
          assertThat(effect).isInstanceOf(SessionEffect.Replied.class);
          assertThat(((SessionEffect.Replied) effect).body()).isEqualTo(ANSWER);
        });
  }

  @Test
  void an_error_reaches_the_call() {
    var pair = new Pair();
    var call = pair.client.call(QUESTION);
    pair.talk();
    pair.session().error(pair.requests.getFirst().msgId(), 420, "FLOOD_WAIT_5");
    pair.talk();
    assertThat(pair.effects).contains(new SessionEffect.RpcFailed(call, 420, "FLOOD_WAIT_5"));
  }

  @Test
  void many_calls_travel_in_containers_and_each_is_run_once() {
    var pair = new Pair();
    for (int i = 0; i < 2500; i++) {
      pair.client.call(Pair.body(0x11223344, i));
    }
    pair.talk();
    assertThat(pair.requests).hasSize(2500);
    assertThat(pair.requests.stream().map(r -> Arrays.toString(r.body()))).doesNotHaveDuplicates();
  }

  @Test
  void big_bodies_are_packed_both_ways() {
    var pair = new Pair();
    var big = new byte[400_000];
    big[0] = 1;
    pair.client.call(big);
    pair.talk();
    assertThat(pair.requests.getFirst().body()).isEqualTo(big);
    pair.session().reply(pair.requests.getFirst().msgId(), big);
    pair.talk();
    assertThat(pair.effects)
        .anyMatch(e -> e instanceof SessionEffect.Replied r && Arrays.equals(r.body(), big));
  }

  @Test
  void a_new_connection_repeats_what_was_not_confirmed_and_the_server_runs_it_once() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    var second = pair.client.call(QUESTION);
    assertThat(pair.client.nextPacket(pair.now)).isNotNull(); // lost
    assertThat(pair.client.stateOf(second)).isEqualTo(CallState.SENT);

    pair.client.connected(pair.now);
    pair.talk();
    pair.client.connected(pair.now);
    pair.talk();
    assertThat(pair.requests).hasSize(2);
  }

  @Test
  void an_answer_that_was_lost_with_the_connection_comes_again() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    pair.session().reply(pair.requests.getFirst().msgId(), ANSWER);
    assertThat(pair.session().nextPacket(pair.now)).isNotNull(); // lost

    pair.client.connected(pair.now);
    pair.session().connected();
    pair.talk();
    assertThat(pair.effects).hasAtLeastOneElementOfType(SessionEffect.Replied.class);
  }

  @Test
  void a_server_that_has_lost_the_session_gets_confirmed_calls_again() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    pair.server = new ServerSessions(Pair.KEY, SeededEntropy.of(10));
    pair.now = pair.now.plusSeconds(5);
    pair.client.connected(pair.now);
    pair.talk();
    assertThat(pair.requests).hasSize(2);
  }

  @Test
  void a_confirmed_call_goes_out_again_though_an_older_one_opens_the_new_session() {
    var pair = new Pair();
    pair.talk();
    pair.client.call(QUESTION);
    assertThat(pair.client.nextPacket(pair.now)).isNotNull(); // lost
    var confirmed = pair.client.call(ANSWER);
    pair.talk();
    assertThat(pair.client.stateOf(confirmed)).isEqualTo(CallState.ACKED);

    pair.server = new ServerSessions(Pair.KEY, SeededEntropy.of(10));
    pair.server.allow(
        new ServerSalt(pair.client.salt(), pair.now.minusSeconds(60), pair.now.plusSeconds(60)));
    pair.client.connected(pair.now);
    pair.talk();
    assertThat(pair.requests.stream().map(ServerEffect.Requested::body))
        .containsExactly(ANSWER, QUESTION, ANSWER);
  }

  @Test
  void a_confirmed_call_is_asked_about_again_and_run_once() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    pair.session().reply(pair.requests.getFirst().msgId(), ANSWER);
    assertThat(pair.session().nextPacket(pair.now)).isNotNull(); // lost

    pair.client.connected(pair.now);
    pair.talk();
    assertThat(pair.requests).hasSize(1);
    assertThat(pair.effects).hasAtLeastOneElementOfType(SessionEffect.Replied.class);
    assertThat(pair.effects.stream().filter(SessionEffect.Acked.class::isInstance)).hasSize(1);
  }

  @Test
  void a_refused_repetition_does_not_make_a_call_unsent() {
    var pair = new Pair();
    var call = pair.client.call(QUESTION);
    pair.talk();
    pair.client.connected(pair.now);
    assertThat(pair.client.nextPacket(pair.now)).isNotNull(); // refused
    long msgId = pair.requests.getFirst().msgId();
    pair.session().say(new PlainBadMsgNotification(msgId, 1, 64));
    assertThat(pair.serverSpeaks()).isTrue();
    assertThat(pair.client.stateOf(call)).isEqualTo(CallState.ACKED);
    pair.talk();
    assertThat(pair.requests).hasSize(2);
  }

  @Test
  void a_push_reaches_the_client_and_is_acknowledged_after_a_while() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    pair.session().push(ANSWER);
    pair.talk();
    assertThat(pair.effects)
        .anyMatch(e -> e instanceof SessionEffect.Pushed p && Arrays.equals(p.body(), ANSWER));

    assertThat(pair.client.nextWakeUp()).isBeforeOrEqualTo(pair.now.plusSeconds(15));
    pair.now = pair.now.plusSeconds(15);
    pair.talk();
    pair.session().connected();
    assertThat(pair.session().nextPacket(pair.now)).isNull();
  }

  @Test
  void a_wrong_clock_is_set_by_the_server() {
    for (var wrong : new Duration[] {Duration.ofHours(-3), Duration.ofHours(3)}) {
      var pair = new Pair(0, wrong);
      pair.client.call(QUESTION);
      pair.talk();
      assertThat(pair.requests).hasSize(1);
      assertThat(pair.client.clockOffset().abs()).isLessThan(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-3600, -60, 60, 3600})
  void a_clock_that_is_set_while_connected_costs_no_call(int seconds) {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    pair.ahead = Duration.ofSeconds(seconds);
    pair.client.call(ANSWER);
    pair.talk();
    answerAll(pair);
    assertThat(pair.effects.stream().filter(SessionEffect.Replied.class::isInstance)).hasSize(2);
    assertThat(pair.requests.stream().map(r -> Arrays.toString(r.body())))
        .containsOnly(Arrays.toString(QUESTION), Arrays.toString(ANSWER));
    assertThat(pair.client.clockOffset().plusSeconds(seconds).abs())
        .isLessThan(Duration.ofSeconds(2));
    assertThat(pair.effects).noneMatch(SessionEffect.ConnectionDead.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3600, 3600})
  void a_clock_that_is_set_while_nothing_is_asked_is_found_by_the_next_ping(int seconds) {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    answerAll(pair);
    pair.ahead = Duration.ofSeconds(seconds);
    pair.client.connected(pair.clientNow());
    pair.talk();
    pair.client.call(ANSWER);
    pair.talk();
    answerAll(pair);
    assertThat(pair.effects.stream().filter(SessionEffect.Replied.class::isInstance)).hasSize(2);
    assertThat(pair.effects).noneMatch(SessionEffect.ConnectionDead.class::isInstance);
  }

  /// Each request once, in the session that it came in last.
  private static void answerAll(Pair pair) {
    for (var request : pair.requests) {
      pair.session().reply(request.msgId(), ANSWER);
    }
    pair.talk();
  }

  @Test
  void what_answers_nothing_and_is_of_another_time_is_dropped_and_moves_no_clock() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    answerAll(pair);
    pair.session().push(ANSWER);
    var offset = pair.client.clockOffset();
    byte[] old = requireNonNull(pair.session().nextPacket(pair.now));

    pair.now = pair.now.plusSeconds(600);
    pair.client.received(old, pair.now);
    assertThat(pair.client.nextEffect()).isNull();
    assertThat(pair.client.clockOffset()).isEqualTo(offset);
  }

  @Test
  void a_replay_moves_no_clock_though_it_answers_the_last_packet() {
    var pair = new Pair();
    pair.talk();
    var offset = pair.client.clockOffset();
    assertThat(pair.heard).isNotEmpty();

    pair.now = pair.now.plusSeconds(600);
    for (byte[] packet : pair.heard) {
      pair.client.received(packet, pair.now);
    }
    assertThat(pair.client.clockOffset()).isEqualTo(offset);
  }

  @Test
  void silence_is_asked_about_and_then_given_up() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    pair.session().reply(pair.requests.getFirst().msgId(), ANSWER);
    pair.talk();
    pair.now = pair.now.plusSeconds(15);
    pair.talk();

    pair.now = pair.client.nextWakeUp();
    assertThat(pair.now).isAfter(pair.now.minusSeconds(61));
    pair.talk();
    assertThat(pair.asides).hasAtLeastOneElementOfType(ServerEffect.DisconnectAfter.class);

    pair.now = pair.client.nextWakeUp();
    assertThat(pair.client.nextPacket(pair.now)).isNotNull(); // a ping that nobody answers
    pair.now = pair.client.nextWakeUp();
    assertThat(pair.client.nextPacket(pair.now)).isNull();
    assertThat(pair.client.nextEffect()).isEqualTo(new SessionEffect.ConnectionDead());
  }

  @Test
  void the_question_whether_anybody_is_there_is_repeated_though_the_server_talks() {
    var pair = new Pair();
    pair.talk();
    for (int i = 0; i < 20; i++) {
      pair.now = pair.now.plusSeconds(15);
      pair.session().push(ANSWER);
      pair.talk();
    }
    assertThat(pair.asides.stream().filter(ServerEffect.DisconnectAfter.class::isInstance))
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void numbers_that_make_no_sense_lead_to_a_fresh_session_and_late_packets_do_no_harm() {
    var pair = new Pair();
    var call = pair.client.call(QUESTION);
    pair.talk();
    long before = pair.client.sessionId();
    pair.session().push(ANSWER);
    var late = requireNonNull(pair.session().nextPacket(pair.now));

    pair.session().say(new PlainBadMsgNotification(pair.requests.getFirst().msgId(), 1, 32));
    pair.talk();
    assertThat(pair.client.sessionId()).isNotEqualTo(before);
    assertThat(pair.requests).hasSize(2);
    pair.client.received(late, pair.now);
    pair.session().reply(pair.requests.getLast().msgId(), ANSWER);
    pair.talk();
    assertThat(pair.effects)
        .anyMatch(e -> e instanceof SessionEffect.Replied r && r.call().equals(call));
  }

  @Test
  void a_message_too_old_is_sent_again_under_a_new_id() {
    var pair = new Pair();
    pair.talk();
    var call = pair.client.call(QUESTION);
    assertThat(pair.client.nextPacket(pair.now)).isNotNull(); // lost
    pair.now = pair.now.plusSeconds(600);
    pair.client.connected(pair.now);
    pair.talk();
    assertThat(pair.requests).hasSize(1);
    assertThat(pair.client.stateOf(call)).isEqualTo(CallState.ACKED);
  }

  @Test
  void salts_run_out_without_anybody_noticing() {
    var pair = new Pair();
    for (int hour = 0; hour < 30; hour++) {
      pair.client.call(Pair.body(0x11223344, hour));
      pair.talk();
      pair.session().reply(pair.requests.getLast().msgId(), ANSWER);
      pair.talk();
      pair.now = pair.now.plusSeconds(3600);
    }
    assertThat(pair.requests).hasSize(30);
    long changes =
        pair.effects.stream().filter(SessionEffect.SaltChanged.class::isInstance).count();
    assertThat(changes).isLessThan(10);
  }

  @Test
  void nothing_secret_is_printed() {
    var pair = new Pair();
    pair.client.call(QUESTION);
    pair.talk();
    pair.session().reply(pair.requests.getFirst().msgId(), ANSWER);
    pair.talk();
    var printed = pair.client + " " + pair.session() + pair.effects + pair.requests + Pair.KEY;
    assertThat(printed)
        .contains("AuthKey[id=")
        .doesNotContain(Long.toString(pair.client.salt()))
        .doesNotContain("[B@");
  }

  @Test
  void a_cancelled_call_is_dropped_on_the_server_too() {
    var pair = new Pair();
    var call = pair.client.call(QUESTION);
    pair.talk();
    pair.client.cancel(call);
    pair.talk();
    long msgId = pair.requests.getFirst().msgId();
    assertThat(pair.asides).contains(new ServerEffect.Dropped(msgId));
    pair.session().reply(msgId, ANSWER);
    pair.talk();
    assertThat(pair.effects).noneMatch(SessionEffect.Replied.class::isInstance);
  }
}
