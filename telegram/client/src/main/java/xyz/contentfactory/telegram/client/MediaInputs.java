package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.OutgoingMedia.Content;
import xyz.contentfactory.telegram.tl.type.DocumentAttribute;
import xyz.contentfactory.telegram.tl.type.DocumentAttributeAudio;
import xyz.contentfactory.telegram.tl.type.DocumentAttributeFilename;
import xyz.contentfactory.telegram.tl.type.DocumentAttributeVideo;
import xyz.contentfactory.telegram.tl.type.InputFile;
import xyz.contentfactory.telegram.tl.type.InputFileBig;
import xyz.contentfactory.telegram.tl.type.InputMedia;
import xyz.contentfactory.telegram.tl.type.InputMediaDocument;
import xyz.contentfactory.telegram.tl.type.InputMediaPhoto;
import xyz.contentfactory.telegram.tl.type.InputMediaPoll;
import xyz.contentfactory.telegram.tl.type.InputMediaUploadedDocument;
import xyz.contentfactory.telegram.tl.type.InputMediaUploadedPhoto;
import xyz.contentfactory.telegram.tl.type.InputPollAnswer;
import xyz.contentfactory.telegram.tl.type.KeyboardButton;
import xyz.contentfactory.telegram.tl.type.KeyboardButtonRow;
import xyz.contentfactory.telegram.tl.type.KeyboardButtonUrl;
import xyz.contentfactory.telegram.tl.type.PlainInputDocument;
import xyz.contentfactory.telegram.tl.type.PlainInputFile;
import xyz.contentfactory.telegram.tl.type.PlainInputPhoto;
import xyz.contentfactory.telegram.tl.type.Poll;
import xyz.contentfactory.telegram.tl.type.PollAnswer;
import xyz.contentfactory.telegram.tl.type.ReplyInlineMarkup;
import xyz.contentfactory.telegram.tl.type.ReplyMarkup;
import xyz.contentfactory.telegram.tl.type.TextWithEntities;

/// Writes files, polls and buttons as Telegram's.
final class MediaInputs {
  private MediaInputs() {}

  static InputMedia uploaded(UploadedFile file, FileTraits traits) {
    if (traits.kind() == FileTraits.Kind.PHOTO) {
      return InputMediaUploadedPhoto.builder().file(file(file)).build();
    }
    return InputMediaUploadedDocument.builder()
        .file(file(file))
        .mimeType(traits.mime())
        .forceFile(traits.kind() == FileTraits.Kind.DOCUMENT)
        .attributes(attributes(file, traits))
        .build();
  }

  private static InputFile file(UploadedFile file) {
    return file.big()
        ? new InputFileBig(file.fileId(), file.parts(), file.name())
        : new PlainInputFile(file.fileId(), file.parts(), file.name(), file.md5());
  }

  private static List<DocumentAttribute> attributes(UploadedFile file, FileTraits traits) {
    var attributes = new ArrayList<DocumentAttribute>();
    var seconds = (int) Math.round(traits.seconds());
    switch (traits.kind()) {
      case VIDEO ->
          attributes.add(
              DocumentAttributeVideo.builder()
                  .supportsStreaming(true)
                  .duration(traits.seconds())
                  .w(traits.width())
                  .h(traits.height())
                  .build());
      case VOICE ->
          attributes.add(DocumentAttributeAudio.builder().voice(true).duration(seconds).build());
      case AUDIO -> attributes.add(DocumentAttributeAudio.builder().duration(seconds).build());
      case PHOTO, DOCUMENT -> {}
    }
    attributes.add(new DocumentAttributeFilename(file.name()));
    return attributes;
  }

  static InputMedia content(OutgoingMedia.Item item) {
    return switch (item.content()) {
      case Content.File(RemoteFile file) -> known(file, item.spoiler());
      case Content.Poll(OutgoingPoll poll) -> poll(poll);
    };
  }

  private static InputMedia known(RemoteFile file, boolean spoiler) {
    return switch (file.kind()) {
      case PHOTO ->
          InputMediaPhoto.builder()
              .spoiler(spoiler)
              .id(new PlainInputPhoto(file.id(), file.accessHash(), file.reference()))
              .build();
      case DOCUMENT ->
          InputMediaDocument.builder()
              .spoiler(spoiler)
              .id(new PlainInputDocument(file.id(), file.accessHash(), file.reference()))
              .build();
    };
  }

  private static InputMedia poll(OutgoingPoll poll) {
    var correct = poll.correct();
    var explanation = poll.explanation();
    return InputMediaPoll.builder()
        .poll(
            Poll.builder()
                .publicVoters(poll.publicVoters())
                .multipleChoice(poll.multiple())
                .quiz(correct != null)
                .question(plain(poll.question()))
                .answers(poll.answers().stream().map(MediaInputs::answer).toList())
                .build())
        .correctAnswers(correct == null ? null : List.of(correct))
        .solution(correct == null ? null : explanation)
        .solutionEntities(correct == null || explanation == null ? null : List.of())
        .build();
  }

  private static PollAnswer answer(String text) {
    return new InputPollAnswer(plain(text), null);
  }

  private static TextWithEntities plain(String text) {
    return new TextWithEntities(text, List.of());
  }

  /// Null for no buttons.
  static @Nullable ReplyMarkup buttons(List<List<UrlButton>> rows) {
    return rows.isEmpty()
        ? null
        : new ReplyInlineMarkup(
            rows.stream()
                .map(row -> new KeyboardButtonRow(row.stream().map(MediaInputs::button).toList()))
                .toList());
  }

  private static KeyboardButton button(UrlButton button) {
    return new KeyboardButtonUrl(null, button.text(), button.url());
  }
}
