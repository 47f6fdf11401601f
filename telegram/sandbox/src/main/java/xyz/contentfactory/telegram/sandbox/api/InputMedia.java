package xyz.contentfactory.telegram.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Attachment;
import xyz.contentfactory.telegram.sandbox.world.Attachment.Button;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.Poll;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// What a client wants to hang at a message.
final class InputMedia {

  private static final int MOST_BUTTONS = 100;

  private InputMedia() {}

  static Attachment read(Call call, TlValue media) {
    return switch (media.name()) {
      case "inputMediaPoll" -> Attachment.of(poll(call, media));
      case "inputMediaEmpty" -> throw Refusal.bad("MEDIA_EMPTY");
      default -> Attachment.of(file(call, media), media.flag("spoiler"));
    };
  }

  static MediaFile file(Call call, TlValue media) {
    return switch (media.name()) {
      case "inputMediaUploadedPhoto" -> InputFiles.uploadedPhoto(call, media);
      case "inputMediaUploadedDocument" -> InputFiles.uploadedDocument(call, media);
      case "inputMediaPhoto" -> InputFiles.known(call, media, MediaFile.Kind.PHOTO);
      case "inputMediaDocument" -> InputFiles.known(call, media, MediaFile.Kind.DOCUMENT);
      default -> throw Refusal.bad("MEDIA_INVALID");
    };
  }

  private static Poll poll(Call call, TlValue media) {
    TlValue poll = media.object("poll");
    if (poll == null) {
      throw Refusal.bad("MEDIA_EMPTY");
    }
    List<Poll.Answer> answers = new ArrayList<>();
    for (TlValue answer : poll.objects("answers")) {
      byte[] given = answer.bytes("option");
      byte[] option =
          given.length > 0
              ? given
              : String.valueOf(answers.size()).getBytes(StandardCharsets.US_ASCII);
      answers.add(new Poll.Answer(plain(answer, "text"), HexFormat.of().formatHex(option)));
    }
    return new Poll(
            call.world().files().newId(),
            plain(poll, "question"),
            answers,
            poll.flag("multiple_choice"),
            poll.flag("quiz"),
            poll.flag("public_voters"),
            correct(media, answers),
            media.has("solution") ? media.text("solution") : null)
        .checked();
  }

  /// By position since layer 227, by option before.
  private static List<Integer> correct(TlValue media, List<Poll.Answer> answers) {
    List<String> options = answers.stream().map(Poll.Answer::option).toList();
    List<Integer> positions = new ArrayList<>();
    for (Object one : media.list("correct_answers")) {
      positions.add(
          one instanceof byte[] option
              ? Integer.valueOf(options.indexOf(HexFormat.of().formatHex(option)))
              : (Integer) one);
    }
    return positions;
  }

  /// A text that has had formatting since layer 179.
  private static String plain(TlValue value, String field) {
    TlValue formatted = value.object(field);
    return formatted == null ? value.text(field) : formatted.text("text");
  }

  /// Rows of links; only bots may send them.
  static List<List<Button>> buttons(Call call, @Nullable TlValue markup) {
    if (markup == null) {
      return List.of();
    }
    if (!markup.is("replyInlineMarkup") || !call.me().isBot()) {
      throw Refusal.bad("REPLY_MARKUP_INVALID");
    }
    List<List<Button>> rows =
        markup.objects("rows").stream()
            .map(row -> row.objects("buttons").stream().map(InputMedia::button).toList())
            .filter(row -> !row.isEmpty())
            .toList();
    if (rows.stream().mapToInt(List::size).sum() > MOST_BUTTONS) {
      throw Refusal.bad("REPLY_MARKUP_TOO_LONG");
    }
    return rows;
  }

  private static Button button(TlValue button) {
    if (!button.is("keyboardButtonUrl") || button.text("text").isBlank()) {
      throw Refusal.bad("BUTTON_TYPE_INVALID");
    }
    String url = button.text("url");
    if (!url.matches("(?i)(https?|tg)://\\S+")) {
      throw Refusal.bad("BUTTON_URL_INVALID");
    }
    return new Button(button.text("text"), url);
  }
}
