package xyz.contentfactory.telegram.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.sandbox.SettableClock;

/// Who may change posts that stand, and what others are told of it.
class EditingTest {
  /// Утренний бриф: Anna created it.
  private static final long BRIEF = 2100000001L;

  /// Кофе и код: Anna only reads it.
  private static final long COFFEE = 2100000003L;

  /// Редакция: a group.
  private static final long EDITORS = 2100000007L;

  private static final PhoneNumber ANNA = new PhoneNumber("9996610001");
  private static final PhoneNumber MEMBER = new PhoneNumber("9996610002");

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

  private int post(PhoneNumber sender, long channel, String text) {
    return change(w ->
            w.writing()
                .toChannel(
                    person(sender),
                    channel(channel),
                    new Draft(
                        FormattedText.checked(text, List.of()), randomId++, false, false, null),
                    w.now()))
        .post()
        .number();
  }

  private ChannelEvent edit(PhoneNumber editor, long channel, int number, String text) {
    return change(w ->
        w.editing()
            .edit(
                person(editor),
                channel(channel),
                number,
                FormattedText.checked(text, List.of()),
                false,
                w.now()));
  }

  private ChannelEvent delete(PhoneNumber deleter, long channel, Integer... numbers) {
    return change(w -> w.editing().delete(person(deleter), channel(channel), List.of(numbers)));
  }

  private ChannelEvent pin(PhoneNumber who, long channel, int number, boolean pinned) {
    return change(w -> w.editing().pin(person(who), channel(channel), number, pinned));
  }

  private static void refused(String type, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
  }

  @Test
  void an_edit_replaces_the_text_moves_the_counter_and_is_told() {
    int number = post(ANNA, BRIEF, "before");
    int pts = change(w -> w.channels().pts(BRIEF));
    told.clear();
    ChannelEvent event = edit(ANNA, BRIEF, number, "after");
    assertThat(event.pts()).isEqualTo(pts + 1);
    Post post = change(w -> w.channels().post(BRIEF, number)).orElseThrow();
    assertThat(post.text()).isEqualTo("after");
    assertThat(post.editedSeconds()).isNotNull();
    assertThat(told).containsExactly(new Outcome.PostsChanged(event));
    List<ChannelEvent> events = change(w -> w.channels().eventsSince(BRIEF, pts, 10));
    assertThat(events).containsExactly(event);
    refused("MESSAGE_NOT_MODIFIED", () -> edit(ANNA, BRIEF, number, "after"));
    refused("MESSAGE_ID_INVALID", () -> edit(ANNA, BRIEF, 9999, "after"));
  }

  @Test
  void a_reader_changes_nothing() {
    int number = change(w -> w.channels().lastNumber(COFFEE));
    refused("MESSAGE_AUTHOR_REQUIRED", () -> edit(ANNA, COFFEE, number, "mine"));
    refused("MESSAGE_DELETE_FORBIDDEN", () -> delete(ANNA, COFFEE, number));
    refused("CHAT_ADMIN_REQUIRED", () -> pin(ANNA, COFFEE, number, true));
  }

  @Test
  void in_a_group_only_the_author_edits_and_an_admin_deletes() {
    int number = post(MEMBER, EDITORS, "mine");
    refused("MESSAGE_AUTHOR_REQUIRED", () -> edit(ANNA, EDITORS, number, "hers"));
    edit(MEMBER, EDITORS, number, "still mine");
    int hers = post(ANNA, EDITORS, "hers");
    refused("MESSAGE_DELETE_FORBIDDEN", () -> delete(MEMBER, EDITORS, hers));
    assertThat(delete(ANNA, EDITORS, number).ptsCount()).isEqualTo(1);
  }

  @Test
  void what_is_deleted_is_gone_with_its_pin_and_cannot_be_sent_again() {
    int number = post(ANNA, BRIEF, "short life");
    pin(ANNA, BRIEF, number, true);
    refused("CHAT_NOT_MODIFIED", () -> pin(ANNA, BRIEF, number, true));
    assertThat(delete(ANNA, BRIEF, number, number, 9999).numbers()).containsExactly(number);
    Optional<Post> post = change(w -> w.channels().post(BRIEF, number));
    assertThat(post).isEmpty();
    List<Integer> pinned = change(w -> w.channels().pinned(BRIEF));
    assertThat(pinned).isEmpty();
    assertThat(delete(ANNA, BRIEF, number).ptsCount()).isZero();
    randomId--;
    refused("RANDOM_ID_DUPLICATE", () -> post(ANNA, BRIEF, "short life"));
  }

  @Test
  void an_answer_needs_something_to_answer() {
    refused(
        "REPLY_MESSAGE_ID_INVALID",
        () ->
            change(w ->
                w.writing()
                    .toChannel(
                        person(ANNA),
                        channel(BRIEF),
                        new Draft(
                            FormattedText.checked("what?", List.of()), 77L, false, false, 9999),
                        w.now())));
  }
}
