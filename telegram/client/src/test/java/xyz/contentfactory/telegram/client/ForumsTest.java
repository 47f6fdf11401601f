package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Topics and other names against the sandbox, as Anna: a member of the forum.
@Timeout(120)
class ForumsTest {
  private static final long HIKERS = 2_100_000_008L;
  private static final long EDITORS = 2_100_000_007L;
  private static final String BRIEF = "2100000001";

  @TempDir static Path folder;
  private static @Nullable SandboxTelegram started;
  private static @Nullable TelegramClient opened;
  private static long random = 5_151_000_000L;

  @BeforeAll
  static void start() {
    var sandbox = new SandboxTelegram(folder);
    started = sandbox;
    var client = sandbox.open(new RecordingOwner());
    opened = client;
    sandbox.logIn(client, "9996610001");
  }

  @AfterAll
  static void stop() {
    client().close();
    sandbox().close();
  }

  private static SandboxTelegram sandbox() {
    return Objects.requireNonNull(started);
  }

  private static TelegramClient client() {
    return Objects.requireNonNull(opened);
  }

  private static Dialog dialog(long id) {
    return client().dialogs().stream()
        .filter(dialog -> dialog.peer().id() == id)
        .findFirst()
        .orElseThrow();
  }

  private static PeerRef peer(long id) {
    return dialog(id).peer();
  }

  private static int topic(String title) {
    return client().topics(peer(HIKERS)).stream()
        .filter(topic -> topic.title().equals(title))
        .findFirst()
        .orElseThrow()
        .number();
  }

  private static OutgoingText text(long peer, String text, Placement place) {
    var usual = OutgoingText.Manner.USUAL;
    var manner =
        new OutgoingText.Manner(
            usual.silent(), usual.preview(), usual.protect(), place, usual.buttons());
    return new OutgoingText(peer(peer), text, List.of(), ++random, Instant.now(), manner);
  }

  private static void refused(String type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RpcException.class, refused -> assertThat(refused.error().type()).isEqualTo(type));
  }

  @Test
  void a_forum_lists_its_topics() {
    assertThat(dialog(HIKERS).forum()).isTrue();
    assertThat(dialog(EDITORS).forum()).isFalse();
    assertThat(client().topics(peer(HIKERS)))
        .extracting(Topic::title)
        .contains("General", "Routes", "Снаряжение", "Last year");
    assertThat(client().topics(peer(HIKERS)).stream().filter(Topic::closed))
        .extracting(Topic::title)
        .containsExactly("Last year");
    refused("CHANNEL_FORUM_MISSING", () -> client().topics(peer(EDITORS)));
  }

  @Test
  void more_topics_than_a_page_are_all_read() {
    for (var i = 0; i < 205; i++) {
      sandbox().topic(HIKERS, "Day " + i);
    }
    assertThat(client().topics(peer(HIKERS)))
        .extracting(Topic::title)
        .contains("Day 0", "Day 100", "Day 204", "General")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_text_stands_in_its_topic_and_is_found_there() {
    var routes = topic("Routes");
    var gear = topic("Снаряжение");
    var here = text(HIKERS, "The same words", new Placement(null, routes, null));
    var there = text(HIKERS, "The same words", new Placement(null, gear, null));
    var first = client().sendText(here);
    var second = client().sendText(there);
    assertThat(Objects.requireNonNull(client().findText(there)).number())
        .isEqualTo(second.number())
        .isNotEqualTo(first.number());
    assertThat(sandbox().posts(HIKERS))
        .containsPattern("\"number\":" + first.number() + "[^}]*}[^}]*\"topic\":" + routes)
        .containsPattern("\"number\":" + second.number() + "[^}]*}[^}]*\"topic\":" + gear);
    var answer = text(HIKERS, "An answer", new Placement(first.number(), routes, null));
    assertThat(client().sendText(answer).number()).isPositive();
    var general = text(HIKERS, "For all", new Placement(null, Topic.GENERAL, null));
    assertThat(client().sendText(general).number()).isPositive();
  }

  @Test
  void a_closed_topic_and_one_that_is_not_there_refuse() {
    var closed = topic("Last year");
    refused(
        "TOPIC_CLOSED",
        () -> client().sendText(text(HIKERS, "No", new Placement(null, closed, null))));
    refused(
        "TOPIC_DELETED",
        () -> client().sendText(text(HIKERS, "No", new Placement(null, 98_765, null))));
  }

  @Test
  void one_writes_as_a_channel_of_ones_own_where_that_is_offered() {
    var offered = client().sendAsPeers(peer(HIKERS));
    assertThat(offered).extracting(SendAs::name).containsExactly("Анна Соколова", "Утренний бриф");
    assertThat(offered.getFirst().peer()).isEqualTo(new PeerRef.Self());
    assertThat(client().sendAsPeers(peer(EDITORS))).hasSize(1);
    var brief = offered.getLast().peer();
    assertThat(client().sendText(text(HIKERS, "From us", new Placement(null, null, brief))))
        .satisfies(sent -> assertThat(sent.number()).isPositive());
    assertThat(sandbox().posts(HIKERS)).contains("\"sentAs\":\"" + BRIEF + "\"");
    refused(
        "SEND_AS_PEER_INVALID",
        () -> client().sendText(text(EDITORS, "No", new Placement(null, null, brief))));
  }

  @Test
  void a_poll_stands_in_its_topic_as_a_channel() {
    var place =
        new Placement(null, topic("Routes"), client().sendAsPeers(peer(HIKERS)).getLast().peer());
    var poll = new OutgoingPoll("Where to?", List.of("Hill", "Lake"), false, true, null, null);
    var item =
        new OutgoingMedia.Item(
            ++random, new OutgoingMedia.Content.Poll(poll), "", List.of(), false);
    var media =
        new OutgoingMedia(
            peer(HIKERS),
            List.of(item),
            Instant.now(),
            new OutgoingMedia.Manner(false, false, place),
            List.of());
    var sent = client().media().send(media);
    assertThat(client().media().find(media)).isNotNull();
    assertThat(sandbox().posts(HIKERS))
        .containsPattern(
            "\"number\":%d[^}]*}[^}]*\"topic\":%d[^}]*\"sentAs\":\"%s\""
                .formatted(sent.getFirst().number(), topic("Routes"), BRIEF));
  }
}
