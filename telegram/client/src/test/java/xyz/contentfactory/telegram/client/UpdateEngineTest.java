package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.client.DifferenceCall.AskChannelDifference;
import xyz.contentfactory.telegram.client.DifferenceCall.AskDifference;
import xyz.contentfactory.telegram.client.DifferenceCall.AskState;
import xyz.contentfactory.telegram.tl.type.ChannelForbidden;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PeerNotifySettings;
import xyz.contentfactory.telegram.tl.type.PlainDialog;
import xyz.contentfactory.telegram.tl.type.PlainUpdates;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateChannel;
import xyz.contentfactory.telegram.tl.type.UpdateChannelTooLong;
import xyz.contentfactory.telegram.tl.type.UpdateDeleteChannelMessages;
import xyz.contentfactory.telegram.tl.type.UpdateDeleteMessages;
import xyz.contentfactory.telegram.tl.type.Updates;
import xyz.contentfactory.telegram.tl.type.UpdatesTooLong;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifference;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifferenceTooLong;
import xyz.contentfactory.telegram.tl.type.updates.Difference;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceEmpty;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceTooLong;
import xyz.contentfactory.telegram.tl.type.updates.State;

class UpdateEngineTest {
  private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
  private static final UpdateState KNOWN = new UpdateState(10, 3, 5, 1000);

  private Instant now = START;

  /// The owner's record: what it was told, and the mark it would begin with after a kill.
  private static final class Owner {
    final List<Integer> told = new ArrayList<>();
    @Nullable UpdateState state;
    final Map<Long, ChannelState> channels = new LinkedHashMap<>();

    void keep(@Nullable UpdateBatch batch) {
      if (batch != null) {
        batch.updates().forEach(update -> told.addAll(UpdateServer.told(update)));
        state = batch.state();
        batch.channels().forEach(channel -> channels.put(channel.id(), channel));
        batch.forgotten().forEach(channels::remove);
      }
    }

    @Nullable UpdateMark mark() {
      return state == null ? null : new UpdateMark(state, List.copyOf(channels.values()));
    }
  }

  /// Everything between the server and one owner that can go wrong does.
  private final class World {
    private final RandomGenerator random;
    private final UpdateServer server;
    private final Owner owner = new Owner();
    private final List<Updates> underWay = new ArrayList<>();
    private final List<DifferenceCall> asked = new ArrayList<>();
    private UpdateEngine engine;

    World(long seed) {
      random = new Random(seed);
      server = new UpdateServer(random, 3);
      engine = new UpdateEngine(null, now);
      engine.begin((State) server.answer(question(engine)), now);
      IntStream.rangeClosed(1, 3)
          .forEach(
              id -> engine.seen(new ChannelState(id, UpdateServer.hash(id), server.pts(id)), now));
      owner.keep(engine.take());
    }

    void step() {
      now = now.plusMillis(random.nextInt(400));
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3 -> underWay.add(server.something());
        case 4, 5, 6 -> arrive(random.nextInt(10));
        case 7 -> ask();
        case 8, 9 -> answer();
        case 10 -> owner.keep(engine.take());
        default -> trouble();
      }
    }

    /// Out of order, some twice, some never.
    private void arrive(int luck) {
      if (!underWay.isEmpty()) {
        var at = random.nextInt(underWay.size());
        var updates = luck == 0 ? underWay.get(at) : underWay.remove(at);
        if (luck != 1) {
          engine.received(updates, now);
        }
      }
    }

    private void ask() {
      var question = engine.next(now);
      if (question != null) {
        asked.add(question);
      }
    }

    private void answer() {
      if (!asked.isEmpty()) {
        settle(asked.remove(random.nextInt(asked.size())));
      }
    }

    private void settle(DifferenceCall question) {
      if (random.nextInt(6) == 0) {
        engine.failed(question, random.nextBoolean() ? Duration.ofSeconds(3) : null, now);
        return;
      }
      switch (question) {
        case AskState _ -> engine.begin((State) server.answer(question), now);
        case AskDifference _ -> engine.answered((Difference) server.answer(question), now);
        case AskChannelDifference of ->
            engine.answered(of, (ChannelDifference) server.answer(question), now);
      }
    }

    private void trouble() {
      switch (random.nextInt(4)) {
        case 0 -> engine.missed();
        case 1 -> engine.received(new UpdatesTooLong(), now);
        case 2 -> killed();
        default -> now = now.plusSeconds(random.nextInt(120));
      }
    }

    /// What was found and not handed over is lost with the process, and found again.
    private void killed() {
      asked.clear();
      engine = new UpdateEngine(owner.mark(), now);
    }

    void quieten() {
      IntStream.rangeClosed(1, 3).forEach(id -> engine.received(server.inChannel(id), now));
      engine.missed();
      asked.forEach(question -> engine.failed(question, null, now));
      asked.clear();
      for (var turn = 0; turn < 1000; turn++) {
        now = now.plusSeconds(1);
        for (var next = engine.next(now); next != null; next = engine.next(now)) {
          settle(next);
          owner.keep(engine.take());
        }
      }
      owner.keep(engine.take());
    }
  }

  @Test
  void whatever_gets_lost_doubled_or_mixed_up_each_thing_is_told_once_and_the_states_agree() {
    for (var seed = 1; seed <= 400; seed++) {
      var world = new World(seed);
      for (var step = 0; step < 250; step++) {
        world.step();
      }
      world.quieten();
      assertThat(world.owner.told)
          .as("told, with seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(world.server.happened);
      var as = "with seed " + seed;
      var state = world.server.state();
      assertThat(world.owner.state)
          .as("state " + as)
          .extracting(UpdateState::pts, UpdateState::qts, UpdateState::seq)
          .containsExactly(state.pts(), state.qts(), state.seq());
      world.owner.channels.forEach((id, channel) ->
          assertThat(channel.pts()).as("channel " + as).isEqualTo(world.server.pts(id)));
    }
  }

  private UpdateEngine begun(ChannelState... channels) {
    var engine = new UpdateEngine(new UpdateMark(KNOWN, List.of(channels)), now);
    var first = engine.next(now);
    assertThat(first).isEqualTo(new AskDifference(KNOWN));
    engine.answered(new DifferenceEmpty(1000, 5), now);
    var _ = engine.take();
    return engine;
  }

  private DifferenceCall question(UpdateEngine engine) {
    return Objects.requireNonNull(engine.next(now));
  }

  private static UpdateBatch batch(UpdateEngine engine) {
    return Objects.requireNonNull(engine.take());
  }

  private static Updates deleted(int number, int pts) {
    return pushed(new UpdateDeleteMessages(List.of(number), pts, 1));
  }

  private static Updates deleted(long channel, int number, int pts) {
    return pushed(new UpdateDeleteChannelMessages(channel, List.of(number), pts, 1));
  }

  private static Updates pushed(Update update) {
    return new PlainUpdates(List.of(update), List.of(), List.of(), 0, 0);
  }

  private static List<Integer> told(@Nullable UpdateBatch batch) {
    return batch == null
        ? List.of()
        : batch.updates().stream().flatMap(u -> UpdateServer.told(u).stream()).toList();
  }

  @Test
  void what_comes_too_early_waits_half_a_second_for_what_is_missing() {
    var engine = begun();
    engine.received(deleted(2, 12), now);
    assertThat(engine.next(now.plusMillis(499))).isNull();
    assertThat(engine.alarm()).isEqualTo(now.plusMillis(500));
    engine.received(deleted(1, 11), now);
    assertThat(told(engine.take())).containsExactly(1, 2);
    assertThat(engine.next(now.plusMillis(500))).isNull();
  }

  @Test
  void what_stays_missing_is_asked_for() {
    var engine = begun();
    engine.received(deleted(2, 12), now);
    assertThat(engine.next(now.plusMillis(500))).isEqualTo(new AskDifference(KNOWN));
  }

  @Test
  void the_same_update_twice_is_told_once() {
    var engine = begun();
    engine.received(deleted(1, 11), now);
    engine.received(deleted(1, 11), now);
    assertThat(told(engine.take())).containsExactly(1);
  }

  @Test
  void what_our_own_calls_did_is_not_missed() {
    var engine = begun(new ChannelState(7, 70, 20));
    engine.moved(new UpdatePlace.Common(11, 1), now);
    engine.moved(new UpdatePlace.InChannel(7, 22, 2), now);
    engine.received(deleted(2, 12), now);
    engine.received(deleted(7, 3, 23), now);
    assertThat(told(engine.take())).containsExactly(2, 3);
    assertThat(engine.next(now.plusSeconds(1))).isNull();
  }

  @Test
  void silence_of_a_quarter_of_an_hour_is_not_trusted() {
    var engine = begun();
    assertThat(engine.next(now.plus(Duration.ofMinutes(15)).minusMillis(1))).isNull();
    assertThat(engine.alarm()).isEqualTo(now.plus(Duration.ofMinutes(15)));
    assertThat(engine.next(now.plus(Duration.ofMinutes(15)))).isEqualTo(new AskDifference(KNOWN));
  }

  @Test
  void a_difference_that_is_too_long_means_that_the_account_is_to_be_read_anew() {
    var engine = begun();
    engine.received(new UpdatesTooLong(), now);
    var _ = engine.next(now);
    engine.answered(new DifferenceTooLong(5000), now);
    assertThat(batch(engine)).matches(UpdateBatch::restarted).matches(b -> b.state().pts() == 5000);
    assertThat(engine.next(now)).isEqualTo(new AskDifference(new UpdateState(5000, 3, 5, 1000)));
  }

  @Test
  void a_channel_that_is_too_far_ahead_is_unclear_and_followed_from_there() {
    var channel = new ChannelState(7, 70, 20);
    var engine = begun(channel);
    engine.received(pushed(new UpdateChannelTooLong(7, 90)), now);
    var question = (AskChannelDifference) question(engine);
    assertThat(question).isEqualTo(new AskChannelDifference(channel));
    engine.answered(question, tooLong(95), now);
    var batch = batch(engine);
    assertThat(batch.unclear()).containsExactly(7L);
    assertThat(batch.channels()).containsExactly(new ChannelState(7, 70, 95));
    engine.received(deleted(7, 1, 96), now);
    assertThat(told(engine.take())).containsExactly(1);
  }

  private static ChannelDifference tooLong(int pts) {
    var dialog =
        PlainDialog.builder()
            .peer(new PeerChannel(7))
            .notifySettings(PeerNotifySettings.builder().build())
            .pts(pts)
            .build();
    return ChannelDifferenceTooLong.builder()
        .final_(true)
        .dialog(dialog)
        .messages(List.of())
        .chats(List.of())
        .users(List.of())
        .build();
  }

  @Test
  void a_channel_that_is_closed_to_us_is_forgotten_and_named() {
    var engine = begun(new ChannelState(7, 70, 20));
    engine.received(deleted(7, 2, 22), now);
    now = now.plusMillis(500);
    engine.refused(question(engine), now);
    var batch = batch(engine);
    assertThat(batch.unclear()).containsExactly(7L);
    assertThat(batch.forgotten()).containsExactly(7L);
    assertThat(engine.next(now.plusSeconds(60))).isNull();
  }

  @Test
  void a_flood_wait_is_waited_out_before_the_difference_is_asked_for_again() {
    var engine = begun();
    engine.missed();
    engine.failed(question(engine), Duration.ofSeconds(30), now);
    assertThat(engine.next(now.plusSeconds(29))).isNull();
    assertThat(engine.next(now.plusSeconds(30))).isEqualTo(new AskDifference(KNOWN));
  }

  @Test
  void counters_that_telegram_does_not_accept_are_begun_anew_even_downwards() {
    var engine = begun();
    engine.missed();
    engine.refused(question(engine), now);
    engine.received(deleted(9, 4), now);
    assertThat(engine.take()).isNull();
    now = now.plusSeconds(1);
    assertThat(engine.next(now)).isEqualTo(new AskState());
    engine.begin(new State(3, 0, 900, 1, 0), now);
    var batch = batch(engine);
    assertThat(batch.restarted()).isTrue();
    assertThat(batch.state()).isEqualTo(new UpdateState(4, 0, 1, 900));
    assertThat(told(batch)).containsExactly(9);
  }

  @Test
  void what_is_said_of_chats_comes_along() {
    var engine = begun();
    var closed = ChannelForbidden.builder().id(7).accessHash(70).title("Gone").build();
    engine.received(
        new PlainUpdates(List.of(new UpdateChannel(7)), List.of(), List.of(closed), 1001, 6), now);
    var batch = batch(engine);
    assertThat(batch.chats()).containsExactly(closed);
    assertThat(batch.state()).isEqualTo(new UpdateState(10, 3, 6, 1001));
  }

  @Test
  void of_ten_thousand_channels_those_met_last_are_followed() {
    var engine = begun();
    for (var id = 1; id <= 10_000; id++) {
      engine.received(deleted(id, 1, 20), now);
    }
    var batch = batch(engine);
    assertThat(batch.channels()).hasSize(5000).allMatch(channel -> channel.id() > 5000);
    assertThat(batch.forgotten()).hasSize(5000);
  }

  @Test
  void a_flood_of_updates_behind_a_gap_is_thrown_away_and_asked_for_at_once() {
    var engine = begun(new ChannelState(7, 70, 20));
    for (var pts = 22; pts <= 42; pts++) {
      engine.received(deleted(7, pts, pts), now);
    }
    assertThat(engine.next(now)).isEqualTo(new AskChannelDifference(new ChannelState(7, 70, 20)));
  }
}
