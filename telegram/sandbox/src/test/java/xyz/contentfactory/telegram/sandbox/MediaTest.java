package xyz.contentfactory.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;

/// Photos, albums, polls and buttons, over real sockets.
class MediaTest extends MediaScene {

  MediaTest(@TempDir Path folder) throws IOException {
    super(folder);
  }

  @Test
  void an_album_stands_together_and_once() throws IOException {
    TlValue photo = photo();
    List<TlValue> items = List.of(single(known(photo), 21, "both"), single(known(photo), 22, ""));
    client.call(album(items));
    TlValue again = client.call(album(items));
    assertThat(again.objects("updates").getFirst().integer("id")).isEqualTo(4);
    JsonNode posts = posts();
    assertThat(posts).hasSize(2);
    String album = posts.get(0).get("media").get("album").stringValue();
    assertThat(posts.get(1).get("media").get("album").stringValue()).isEqualTo(album);
    assertThat(posts.get(0).get("text").stringValue()).isEqualTo("both");
  }

  @Test
  void an_album_that_is_none_is_refused_whole() throws IOException {
    TlValue photo = photo();
    refused(album(List.of(single(known(photo), 31, ""))), "MEDIA_EMPTY");
    refused(
        album(
            java.util.stream.LongStream.range(40, 51)
                .mapToObj(id -> single(known(photo), id, ""))
                .toList()),
        "MULTI_MEDIA_TOO_LONG");
    TlValue fresh = TlValue.of("inputMediaUploadedPhoto", "file", small(5, 1, ""));
    refused(album(List.of(single(known(photo), 32, ""), single(fresh, 33, ""))), "MEDIA_INVALID");
    aDayLater();
    refused(
        album(List.of(single(known(photo), 34, ""), single(known(photo), 35, ""))),
        "FILE_REFERENCE_0_EXPIRED");
    assertThat(posts()).isEmpty();
  }

  @Test
  void a_reference_that_is_not_good_says_so() throws IOException {
    TlValue photo = photo();
    TlValue none =
        TlValue.of("photo", "id", photo.number("id"), "access_hash", photo.number("access_hash"));
    assertThatThrownBy(() -> sent(known(none))).hasMessage("400 FILE_REFERENCE_EMPTY");
    aDayLater();
    assertThatThrownBy(() -> sent(known(photo))).hasMessage("400 FILE_REFERENCE_EXPIRED");
  }

  @Test
  void a_caption_is_shorter_than_a_text() throws IOException {
    part(7, 0, noise(100));
    refused(
        TlValue.of(
            "messages.sendMedia",
            "peer",
            brief,
            "media",
            document(small(7, 1, "")),
            "message",
            "x".repeat(1025),
            "random_id",
            61L),
        "MEDIA_CAPTION_TOO_LONG");
  }

  @Test
  void a_poll_stands_in_the_channel() throws IOException {
    sent(poll("Tea?", "Yes", "No"));
    JsonNode poll = posts().get(0).get("media").get("poll");
    assertThat(poll.get("question").stringValue()).isEqualTo("Tea?");
    assertThat(poll.get("answers")).hasSize(2);
    assertThatThrownBy(() -> sent(poll("Tea?", "Yes"))).hasMessage("400 POLL_ANSWERS_INVALID");
    assertThatThrownBy(() -> sent(poll("", "Yes", "No"))).hasMessage("400 POLL_QUESTION_INVALID");
  }

  private static TlValue poll(String question, String... answers) {
    return TlValue.of(
        "inputMediaPoll",
        "poll",
        TlValue.of(
            "poll",
            "id",
            0L,
            "question",
            plain(question),
            "answers",
            Arrays.stream(answers)
                .map(a -> TlValue.of("inputPollAnswer", "text", plain(a)))
                .toList(),
            "hash",
            0L));
  }

  private static TlValue plain(String text) {
    return TlValue.of("textWithEntities", "text", text, "entities", List.of());
  }

  @Test
  void links_as_buttons_are_for_bots() {
    TlValue button = TlValue.of("keyboardButtonUrl", "text", "Read", "url", "https://example.org/");
    TlValue row = TlValue.of("keyboardButtonRow", "buttons", List.of(button));
    TlValue markup = TlValue.of("replyInlineMarkup", "rows", List.of(row));
    refused(
        TlValue.of(
            "messages.sendMessage",
            "peer",
            brief,
            "message",
            "x",
            "random_id",
            71L,
            "reply_markup",
            markup),
        "REPLY_MARKUP_INVALID");
  }
}
