package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.ChannelForbidden;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateChannel;
import xyz.contentfactory.telegram.tl.type.UpdateChannelParticipant;
import xyz.contentfactory.telegram.tl.type.UpdateNewChannelMessage;

/// Two logins of one person: what one does, the other learns.
@Timeout(240)
class SandboxUpdatesTest {
  private static final String ANNA = "9996610001";
  private static final long BRIEF = 2_100_000_001L;

  @TempDir Path folder;

  private SandboxTelegram telegram;
  private final RecordingOwner owner = new RecordingOwner();
  private final RecordingOwner writing = new RecordingOwner();
  private TelegramClient listener;
  private TelegramClient writer;
  private PeerRef channel;
  private long randomId = 1;

  @BeforeEach
  void log_in_twice() {
    telegram = new SandboxTelegram(folder);
    listener = telegram.open(owner);
    telegram.logIn(listener, ANNA);
    assertThat(owner.nextBatch().restarted()).isTrue();
    var _ = listener.dialogs();
    until(batch -> !batch.channels().isEmpty());
    writer = telegram.open(writing);
    telegram.logIn(writer, ANNA);
    channel =
        writer.dialogs().stream()
            .map(Dialog::peer)
            .filter(peer -> peer.id() == BRIEF)
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() {
    listener.close();
    writer.close();
    telegram.close();
  }

  private void post(String text) {
    var _ = writer.sendText(new OutgoingText(channel, text, List.of(), randomId++, Instant.now()));
  }

  private UpdateBatch until(Predicate<UpdateBatch> wanted) {
    var batch = owner.nextBatch();
    while (!wanted.test(batch)) {
      batch = owner.nextBatch();
    }
    return batch;
  }

  /// The texts of new posts, until the last one came.
  private List<String> textsUntil(String last) {
    var texts = new ArrayList<String>();
    while (!texts.contains(last)) {
      for (var update : owner.nextBatch().updates()) {
        if (update instanceof UpdateNewChannelMessage(PlainMessage message, _, _)) {
          texts.add(message.message());
        }
      }
    }
    return texts;
  }

  private static boolean isOfBrief(Update update) {
    return update.equals(new UpdateChannel(BRIEF));
  }

  @Test
  void what_happened_while_nobody_listened_is_learnt_without_reading_anew() {
    listener.close();
    owner.batches.clear();
    post("One");
    post("Two");
    telegram.rename(BRIEF, "Brief, renamed");
    listener = telegram.open(owner);
    var texts = new ArrayList<String>();
    var titles = new ArrayList<String>();
    while (!texts.contains("Two") || !titles.contains("Brief, renamed")) {
      var batch = owner.nextBatch();
      assertThat(batch.restarted()).isFalse();
      assertThat(batch.unclear()).isEmpty();
      batch
          .updates()
          .forEach(update -> {
            if (update instanceof UpdateNewChannelMessage(PlainMessage message, _, _)) {
              texts.add(message.message());
            }
          });
      batch
          .chats()
          .forEach(chat -> {
            if (chat instanceof Channel c) {
              titles.add(c.title());
            }
          });
    }
    assertThat(texts).containsExactly("One", "Two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DROP_UPDATE", "SWAP_UPDATES", "REPEAT_UPDATE"})
  void whatever_becomes_of_a_push_each_post_is_told_once(String fault) {
    telegram.fault("{\"number\":\"%s\",\"kind\":\"%s\",\"times\":1}".formatted(ANNA, fault));
    post("First");
    post("Second");
    post("Third");
    assertThat(textsUntil("Third")).containsExactly("First", "Second", "Third");
  }

  @Test
  void a_deleted_channel_is_closed_to_whoever_was_in_it() {
    telegram.deleteChannel(BRIEF);
    var batch = until(b -> b.updates().stream().anyMatch(SandboxUpdatesTest::isOfBrief));
    assertThat(batch.chats()).hasSize(1).allMatch(ChannelForbidden.class::isInstance);
  }

  @Test
  void a_bot_is_told_of_its_place_while_it_is_away() {
    var bot = telegram.bot(ANNA, "away_bot");
    var botOwner = new RecordingOwner();
    try (var client = telegram.open(botOwner)) {
      var _ = client.login().signInBot(bot.token());
      assertThat(botOwner.nextBatch().restarted()).isTrue();
    }
    botOwner.batches.clear();
    telegram.promote(bot, BRIEF);
    telegram.remove(bot, BRIEF);
    var places = new ArrayList<UpdateChannelParticipant>();
    try (var client = telegram.open(botOwner)) {
      while (places.size() < 2) {
        for (var update : botOwner.nextBatch().updates()) {
          if (update instanceof UpdateChannelParticipant place) {
            places.add(place);
          }
        }
      }
      assertThat(client.storedLogin().signedIn()).isTrue();
    }
    assertThat(places.getFirst().prevParticipant()).isNull();
    assertThat(places.getFirst().newParticipant()).isNotNull();
    assertThat(places.getLast().newParticipant()).isNull();
    assertThat(Objects.requireNonNull(botOwner.state).qts()).isEqualTo(2);
  }
}
