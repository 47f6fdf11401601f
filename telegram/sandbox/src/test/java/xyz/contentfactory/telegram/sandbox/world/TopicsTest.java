package xyz.contentfactory.telegram.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.SettableClock;

/// Where messages stand in a forum, and as whom they are sent.
class TopicsTest {
  /// Weekend Hikers: a public forum.
  private static final long HIKERS = 2100000008L;

  /// Редакция: a private group of Anna's.
  private static final long EDITORS = 2100000007L;

  /// Утренний бриф: Anna created it.
  private static final long BRIEF = 2100000001L;

  private static final PhoneNumber OLIVER = new PhoneNumber("9996610002");
  private static final PhoneNumber ANNA = new PhoneNumber("9996610001");
  private static final PhoneNumber JAMES = new PhoneNumber("9996630002");

  @TempDir Path folder;
  private World world;
  private final List<Outcome> told = new ArrayList<>();
  private long randomId = 1;

  @BeforeEach
  void open() {
    world = World.open(folder, new SettableClock(), Entropy.secure());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private <T> T change(Function<World, T> work) {
    return world.change(told::addAll, () -> work.apply(world));
  }

  private Person person(PhoneNumber phone) {
    return world.people().of(phone).orElseThrow();
  }

  private Channel channel(long id) {
    return world.channels().find(id).orElseThrow();
  }

  private Topic topic(String title) {
    return world.look(() ->
        world.topics().of(HIKERS).stream()
            .filter(t -> t.title().equals(title))
            .findFirst()
            .orElseThrow());
  }

  private Post post(
      PhoneNumber sender,
      long channel,
      @Nullable Integer replyTo,
      @Nullable Integer topic,
      @Nullable Long sentAs) {
    FormattedText text = FormattedText.checked("a word", List.of());
    Draft draft = new Draft(text, randomId++, false, false, replyTo, topic, sentAs);
    return change(w -> w.writing().toChannel(person(sender), channel(channel), draft, w.now()))
        .post();
  }

  private static void refused(String type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.type()).isEqualTo(type));
  }

  @Test
  void the_premade_forum_has_topics_and_one_of_them_is_closed() {
    List<Topic> topics = world.look(() -> world.topics().of(HIKERS));
    assertThat(topics.stream().map(Topic::title))
        .containsExactly("General", "Routes", "Снаряжение", "Last year");
    assertThat(topics.stream().filter(Topic::closed).map(Topic::title))
        .containsExactly("Last year");
    assertThat(world.look(() -> world.channels().post(HIKERS, topics.get(1).number())))
        .hasValueSatisfying(p -> assertThat(p.beginsTopic()).isTrue());
  }

  @Test
  void a_message_stands_in_the_topic_that_it_names_or_whose_message_it_answers() {
    int routes = topic("Routes").number();
    Post named = post(ANNA, HIKERS, null, routes, null);
    assertThat(named.topic()).isEqualTo(routes);
    assertThat(named.replyTo()).isNull();
    assertThat(post(ANNA, HIKERS, routes, null, null))
        .satisfies(p -> assertThat(p.topic()).isEqualTo(routes))
        .satisfies(p -> assertThat(p.replyTo()).isNull());
    assertThat(post(ANNA, HIKERS, named.number(), null, null))
        .satisfies(p -> assertThat(p.topic()).isEqualTo(routes))
        .satisfies(p -> assertThat(p.replyTo()).isEqualTo(named.number()));
    assertThat(post(ANNA, HIKERS, null, null, null).topic()).isNull();
    assertThat(post(ANNA, HIKERS, null, Topic.GENERAL, null).topic()).isNull();
  }

  @Test
  void a_closed_topic_is_for_those_who_manage_topics() {
    int closed = topic("Last year").number();
    refused("TOPIC_CLOSED", () -> post(ANNA, HIKERS, null, closed, null));
    assertThat(post(OLIVER, HIKERS, null, closed, null).topic()).isEqualTo(closed);
    change(w -> w.topics().edit(person(OLIVER), channel(HIKERS), closed, null, false));
    assertThat(post(ANNA, HIKERS, null, closed, null).topic()).isEqualTo(closed);
  }

  @Test
  void a_topic_that_is_not_there_and_a_group_without_topics_refuse() {
    refused("TOPIC_DELETED", () -> post(ANNA, HIKERS, null, 4711, null));
    refused("INPUT_REQUEST_INVALID", () -> post(ANNA, EDITORS, null, 2, null));
    refused(
        "CHANNEL_FORUM_MISSING",
        () ->
            change(w ->
                w.topics()
                    .begin(
                        person(ANNA), channel(EDITORS), new Topics.Wish("One", 0, null), w.now())));
  }

  @Test
  void a_group_becomes_a_forum_and_its_members_hear_of_it() {
    change(w -> {
      w.topics().toggle(person(ANNA), channel(EDITORS), true);
      return true;
    });
    long oliver = person(OLIVER).id();
    assertThat(told)
        .anyMatch(outcome ->
            outcome instanceof Outcome.AccountMoved(AccountEvent event)
                && event.channelId() == EDITORS
                && event.personId() == oliver);
    Topics.Wish wish = new Topics.Wish(" Обложки ", 0, 77L);
    Topic made = change(w -> w.topics().begin(person(ANNA), channel(EDITORS), wish, w.now()));
    Topic again = change(w -> w.topics().begin(person(ANNA), channel(EDITORS), wish, w.now()));
    assertThat(again).isEqualTo(made);
    assertThat(made.title()).isEqualTo("Обложки");
    refused(
        "CHAT_ADMIN_REQUIRED",
        () ->
            change(w ->
                w.topics()
                    .begin(
                        person(OLIVER),
                        channel(EDITORS),
                        new Topics.Wish("Mine", 0, 78L),
                        w.now())));
  }

  @Test
  void people_write_as_their_public_channels_in_public_groups_only() {
    Post sent = post(ANNA, HIKERS, null, null, BRIEF);
    assertThat(sent.sentAs()).isEqualTo(BRIEF);
    assertThat(sent.senderId()).isEqualTo(person(ANNA).id());
    refused("SEND_AS_PEER_INVALID", () -> post(ANNA, EDITORS, null, null, BRIEF));
    refused("SEND_AS_PEER_INVALID", () -> post(OLIVER, HIKERS, null, null, BRIEF));
    refused("SEND_AS_PEER_INVALID", () -> post(ANNA, HIKERS, null, null, HIKERS));
  }

  @Test
  void an_anonymous_administrator_is_the_group() {
    assertThat(post(JAMES, HIKERS, null, null, null).sentAs()).isEqualTo(HIKERS);
  }

  @Test
  void the_message_that_a_topic_begins_with_stays() {
    int routes = topic("Routes").number();
    change(w -> w.editing().delete(person(OLIVER), channel(HIKERS), List.of(routes)));
    assertThat(world.look(() -> world.channels().post(HIKERS, routes))).isPresent();
  }
}
