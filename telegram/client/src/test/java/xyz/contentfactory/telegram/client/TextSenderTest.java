package xyz.contentfactory.telegram.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static xyz.contentfactory.telegram.client.Samples.NOW_SECONDS;
import static xyz.contentfactory.telegram.client.Samples.post;
import static xyz.contentfactory.telegram.client.Samples.updates;
import static xyz.contentfactory.telegram.client.ScriptedTelegram.error;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xyz.contentfactory.telegram.client.TextEntity.Kind;
import xyz.contentfactory.telegram.tl.method.messages.GetHistory;
import xyz.contentfactory.telegram.tl.method.messages.SendMessage;
import xyz.contentfactory.telegram.tl.type.InputReplyToMessage;
import xyz.contentfactory.telegram.tl.type.MessageEntityBold;
import xyz.contentfactory.telegram.tl.type.MessageEntityTextUrl;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.UpdateMessageID;
import xyz.contentfactory.telegram.tl.type.UpdateNewChannelMessage;
import xyz.contentfactory.telegram.tl.type.UpdateShortSentMessage;
import xyz.contentfactory.telegram.tl.type.UpdatesTooLong;
import xyz.contentfactory.telegram.tl.type.messages.ChannelMessages;

@Timeout(240)
class TextSenderTest {
  private static final long CHANNEL = 1234;
  private static final long RANDOM = -77;
  private static final Instant NOW = Instant.ofEpochSecond(NOW_SECONDS);

  private final ScriptedTelegram telegram = new ScriptedTelegram();
  private final TelegramClient client = telegram.open(new RecordingOwner());

  @AfterEach
  void close() {
    client.close();
    telegram.close();
  }

  private static OutgoingText text(TextEntity... entities) {
    var peer = new PeerRef.Channel(CHANNEL, 99);
    return new OutgoingText(peer, "Hello, link!", List.of(entities), RANDOM, NOW);
  }

  private void historyIs(PlainMessage... posts) {
    telegram.on(
        GetHistory.class,
        new ChannelMessages(
            false, 1, posts.length, null, List.of(posts), List.of(), List.of(), List.of()));
  }

  @Test
  void the_number_is_the_one_given_to_our_random_id() {
    telegram.on(
        SendMessage.class,
        updates(
            new UpdateMessageID(5, 1),
            new UpdateMessageID(17, RANDOM),
            new UpdateNewChannelMessage(post(CHANNEL, 17, "Hello, link!", NOW_SECONDS + 1), 9, 1)));
    var sent = client.sendText(text());
    assertThat(sent.number()).isEqualTo(17);
    assertThat(sent.date()).isEqualTo(NOW.plusSeconds(1));
    assertThat(sent.repeated()).isFalse();
    assertThat(sent.link("news")).isEqualTo("https://t.me/news/17");
    assertThat(sent.link(null)).isEqualTo("https://t.me/c/1234/17");
  }

  @Test
  void what_is_sent_is_what_was_asked_for() {
    telegram.on(SendMessage.class, updates(new UpdateMessageID(17, RANDOM)));
    client.sendText(
        text(new TextEntity(Kind.BOLD, 0, 5), TextEntity.link(7, 4, "https://example.org")));
    var asked = telegram.calls(SendMessage.class).getFirst();
    assertThat(asked.randomId()).isEqualTo(RANDOM);
    assertThat(asked.message()).isEqualTo("Hello, link!");
    assertThat(asked.entities())
        .containsExactly(
            new MessageEntityBold(0, 5), new MessageEntityTextUrl(7, 4, "https://example.org"));
  }

  @Test
  void how_it_is_sent_is_what_was_asked_for() {
    telegram.on(SendMessage.class, updates(new UpdateMessageID(17, RANDOM)));
    var manner =
        new OutgoingText.Manner(
            true, OutgoingText.Preview.ABOVE, true, Placement.inReplyTo(5), List.of());
    var plain = text();
    client.sendText(
        new OutgoingText(
            plain.peer(), plain.text(), List.of(), RANDOM, plain.firstTriedAt(), manner));
    client.sendText(plain);
    var asked = telegram.calls(SendMessage.class).getFirst();
    assertThat(asked.silent()).isTrue();
    assertThat(asked.noforwards()).isTrue();
    assertThat(asked.invertMedia()).isTrue();
    assertThat(asked.noWebpage()).isFalse();
    assertThat(asked.replyTo())
        .isInstanceOfSatisfying(
            InputReplyToMessage.class, reply -> assertThat(reply.replyToMsgId()).isEqualTo(5));
    var usual = telegram.calls(SendMessage.class).getLast();
    assertThat(usual.silent() || usual.noforwards() || usual.invertMedia()).isFalse();
    assertThat(usual.replyTo()).isNull();
  }

  @Test
  void a_repeated_random_id_answers_with_the_first_number() {
    telegram.on(SendMessage.class, updates(new UpdateMessageID(17, RANDOM)));
    var sent = client.sendText(text());
    assertThat(sent.number()).isEqualTo(17);
    assertThat(sent.repeated()).isTrue();
  }

  @Test
  void a_short_answer_is_enough() {
    telegram.on(
        SendMessage.class,
        UpdateShortSentMessage.builder()
            .out(true)
            .id(8)
            .pts(1)
            .ptsCount(1)
            .date(NOW_SECONDS)
            .build());
    assertThat(client.sendText(text()).number()).isEqualTo(8);
  }

  @Test
  void a_duplicate_without_a_number_is_looked_up_in_the_history() {
    telegram.on(SendMessage.class, _ -> error(500, "RANDOM_ID_DUPLICATE"));
    historyIs(
        post(CHANNEL, 33, "Hello, link!", NOW_SECONDS + 3),
        post(CHANNEL, 32, "another", NOW_SECONDS + 2),
        post(CHANNEL, 31, "Hello, link!", NOW_SECONDS + 1),
        post(CHANNEL, 30, "Hello, link!", NOW_SECONDS - 3600));
    var sent = client.sendText(text());
    assertThat(sent.number()).isEqualTo(31);
    assertThat(sent.repeated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500})
  void a_duplicate_that_is_not_to_be_seen_was_sent_all_the_same(int code) {
    telegram.on(SendMessage.class, _ -> error(code, "RANDOM_ID_DUPLICATE"));
    historyIs();
    var sent = client.sendText(text());
    assertThat(sent.repeated()).isTrue();
    assertThat(sent.number()).isNull();
    assertThat(sent.link("news")).isNull();
  }

  @Test
  void an_answer_without_a_number_is_looked_up_or_left_without() {
    telegram.on(SendMessage.class, new UpdatesTooLong());
    historyIs(post(CHANNEL, 31, "Hello, link!", NOW_SECONDS));
    assertThat(client.sendText(text()).number()).isEqualTo(31);
    historyIs();
    assertThat(client.sendText(text()).number()).isNull();
  }

  @Test
  void an_earlier_attempt_can_be_looked_for_without_sending() {
    historyIs(post(CHANNEL, 31, "Hello, link!", NOW_SECONDS));
    var found = client.findText(text());
    assertThat(found).isNotNull();
    assertThat(found.number()).isEqualTo(31);
    historyIs();
    assertThat(client.findText(text())).isNull();
    assertThat(telegram.calls(SendMessage.class)).isEmpty();
  }

  @Test
  void a_refusal_is_handed_on() {
    telegram.on(SendMessage.class, _ -> error(403, "CHAT_WRITE_FORBIDDEN"));
    assertThatThrownBy(() -> client.sendText(text()))
        .hasMessage("messages.sendMessage#fef48f62: 403 CHAT_WRITE_FORBIDDEN");
  }

  @Test
  void entities_beyond_the_text_are_refused_before_sending() {
    assertThatThrownBy(() -> text(new TextEntity(Kind.BOLD, 10, 3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(new TextEntity(Kind.BOLD, Integer.MAX_VALUE, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
