package xyz.contentfactory.telegram.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.SettableClock;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.FormattedText;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

class DifferenceTest {
  private static final long BRIEF = 2_100_000_001L;

  @TempDir Path folder;
  private World world;
  private Person anna;
  private final Methods methods = new Methods();

  @BeforeEach
  void open() {
    world = World.open(folder, new SettableClock(), Entropy.secure());
    anna = world.look(() -> world.people().of(new PhoneNumber("9996610001")).orElseThrow());
    KnownKey key = KnownKey.issued(1, 1, new KnownKey.Issue(new byte[256], 0, 0, 0));
    world.look(() -> {
      world.keys().keep(key);
      return world.logins().signedIn(anna, key, world.now());
    });
  }

  @AfterEach
  void close() {
    world.close();
  }

  private TlValue ask(String method, Object... fields) {
    return world.look(() -> {
      KnownKey key = world.keys().find(1, 1, world.now()).orElseThrow();
      TlValue query = TlValue.of(method, fields);
      return (TlValue)
          methods.answer(new Call(world, List.of(), 1, key, LayeredSchema.NEWEST, query));
    });
  }

  private TlValue channelDifference(int pts) {
    long hash = world.accessHashes().ofChannel(anna.id(), BRIEF);
    TlValue channel = TlValue.of("inputChannel", "channel_id", BRIEF, "access_hash", hash);
    return ask(
        "updates.getChannelDifference",
        "channel",
        channel,
        "filter",
        TlValue.of("channelMessagesFilterEmpty"),
        "pts",
        pts,
        "limit",
        100);
  }

  private Channel brief() {
    return world.channels().find(BRIEF).orElseThrow();
  }

  private void edit(int times) {
    world.look(() -> {
      int last = world.channels().lastNumber(BRIEF);
      for (int i = 0; i < times; i++) {
        FormattedText text = FormattedText.checked("Edited " + i + " of " + times, List.of());
        world.editing().edit(anna, brief(), last, text, false, world.now());
      }
      return true;
    });
  }

  private int pts() {
    return world.look(() -> world.channels().pts(BRIEF));
  }

  @Test
  void a_channel_tells_a_thousand_moves_and_of_more_only_that_there_were_too_many() {
    int before = pts();
    edit(1000);
    assertThat(channelDifference(before).name()).isEqualTo("updates.channelDifference");
    edit(1);
    TlValue tooLong = channelDifference(before);
    assertThat(tooLong.name()).isEqualTo("updates.channelDifferenceTooLong");
    assertThat(inside(tooLong, "dialog").integer("pts")).isEqualTo(pts());
    assertThat(channelDifference(pts()).name()).isEqualTo("updates.channelDifferenceEmpty");
  }

  @Test
  void a_counter_that_is_ahead_of_the_channel_is_refused() {
    assertThatThrownBy(() -> channelDifference(pts() + 1))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("PERSISTENT_TIMESTAMP_INVALID");
  }

  @Test
  void what_a_channel_has_become_is_told_with_the_time_and_counted_in_seq() {
    TlValue before = ask("updates.getState");
    world.look(() -> world.memberships().rename(brief(), "Renamed", brief().username()));
    TlValue told = difference(before);
    assertThat(told.name()).isEqualTo("updates.difference");
    assertThat(told.objects("other_updates")).contains(update());
    assertThat(told.objects("chats").getFirst().text("title")).isEqualTo("Renamed");
    assertThat(inside(told, "state").integer("seq")).isEqualTo(before.integer("seq") + 1);
  }

  private static TlValue inside(TlValue value, String field) {
    return Objects.requireNonNull(value.object(field));
  }

  private static TlValue update() {
    return TlValue.of("updateChannel", "channel_id", BRIEF);
  }

  private TlValue difference(TlValue since) {
    return ask(
        "updates.getDifference",
        "pts",
        since.integer("pts"),
        "qts",
        since.integer("qts"),
        "date",
        since.integer("date"));
  }

  @Test
  void rights_that_were_taken_survive_a_restart() {
    long emma =
        world.look(() -> {
          Person other = world.people().of(new PhoneNumber("9996620001")).orElseThrow();
          world.memberships().put(brief(), other, Member.Role.ADMIN, Set.of("post_messages"));
          world.memberships().put(brief(), other, Member.Role.MEMBER, Set.of());
          return other.id();
        });
    world.close();
    world = World.open(folder, new SettableClock(), Entropy.secure());
    world.look(() -> {
      assertThat(world.channels().member(BRIEF, emma).orElseThrow().may("post_messages")).isFalse();
      assertThat(world.log().newsSince(emma, 0)).hasSize(1);
      assertThat(world.log().counters(emma).seq()).isEqualTo(3);
      return true;
    });
  }
}
