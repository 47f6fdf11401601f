package xyz.contentfactory.telegram.sandbox.api;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Attachment;
import xyz.contentfactory.telegram.sandbox.world.Attachment.Button;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.MediaFile.Frame;
import xyz.contentfactory.telegram.sandbox.world.MediaFile.Playing;
import xyz.contentfactory.telegram.sandbox.world.Poll;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What hangs at messages, as one person sees it.
final class MediaViews {

  /// Telegram's names of a photo's sizes: at most 320 pixels, and the largest.
  static final String SMALL = "m";

  static final String WHOLE = "y";

  private final World world;
  private final long viewerId;

  MediaViews(World world, long viewerId) {
    this.world = world;
    this.viewerId = viewerId;
  }

  /// Null when only text is there.
  @Nullable TlValue media(Attachment attachment) {
    if (attachment.poll() != null) {
      return poll(attachment.poll());
    }
    Long id = attachment.fileId();
    return id == null
        ? null
        : world.files().find(id).map(f -> media(f, attachment.spoiler())).orElse(null);
  }

  TlValue media(MediaFile file, boolean spoiler) {
    if (file.isPhoto()) {
      return TlValue.of("messageMediaPhoto", "spoiler", spoiler, "photo", photo(file));
    }
    Playing playing = file.playing();
    return TlValue.of(
        "messageMediaDocument",
        "spoiler",
        spoiler,
        "video",
        playing != null && playing.video(),
        "round",
        playing != null && playing.video() && playing.spoken(),
        "voice",
        playing != null && !playing.video() && playing.spoken(),
        "document",
        document(file));
  }

  private TlValue photo(MediaFile file) {
    List<TlValue> sizes = new ArrayList<>(small(file));
    Frame frame = file.frame() == null ? new Frame(1, 1) : file.frame();
    sizes.add(size(WHOLE, frame, (int) file.bytes()));
    return TlValue.of(
        "photo",
        "id",
        file.id(),
        "access_hash",
        world.accessHashes().ofFile(viewerId, file.id()),
        "file_reference",
        world.files().reference(file, world.now()),
        "date",
        file.dateSeconds(),
        "sizes",
        sizes,
        "dc_id",
        file.dc());
  }

  private static List<TlValue> small(MediaFile file) {
    MediaFile.Thumb thumb = file.thumb();
    return thumb == null ? List.of() : List.of(size(SMALL, thumb.frame(), thumb.bytes()));
  }

  private static TlValue size(String type, Frame frame, int bytes) {
    return TlValue.of(
        "photoSize", "type", type, "w", frame.width(), "h", frame.height(), "size", bytes);
  }

  private TlValue document(MediaFile file) {
    return TlValue.of(
        "document",
        "id",
        file.id(),
        "access_hash",
        world.accessHashes().ofFile(viewerId, file.id()),
        "file_reference",
        world.files().reference(file, world.now()),
        "date",
        file.dateSeconds(),
        "mime_type",
        file.mime(),
        "size",
        file.bytes(),
        "thumbs",
        file.thumb() == null ? null : small(file),
        "dc_id",
        file.dc(),
        "attributes",
        attributes(file));
  }

  private static List<TlValue> attributes(MediaFile file) {
    List<TlValue> attributes = new ArrayList<>();
    Frame frame = file.frame();
    Playing playing = file.playing();
    if (playing != null) {
      attributes.add(playing.video() ? video(playing, frame) : audio(playing));
    } else if (frame != null) {
      attributes.add(
          TlValue.of("documentAttributeImageSize", "w", frame.width(), "h", frame.height()));
    }
    if (file.animated()) {
      attributes.add(TlValue.of("documentAttributeAnimated"));
    }
    if (file.name() != null) {
      attributes.add(TlValue.of("documentAttributeFilename", "file_name", file.name()));
    }
    return attributes;
  }

  private static TlValue video(Playing playing, @Nullable Frame frame) {
    return TlValue.of(
        "documentAttributeVideo",
        "round_message",
        playing.spoken(),
        "supports_streaming",
        playing.streaming(),
        "duration",
        playing.seconds(),
        "w",
        frame == null ? 0 : frame.width(),
        "h",
        frame == null ? 0 : frame.height());
  }

  private static TlValue audio(Playing playing) {
    return TlValue.of(
        "documentAttributeAudio",
        "voice",
        playing.spoken(),
        "duration",
        (int) Math.round(playing.seconds()),
        "title",
        playing.title(),
        "performer",
        playing.performer(),
        "waveform",
        playing.waveform() == null ? null : HexFormat.of().parseHex(playing.waveform()));
  }

  private static TlValue poll(Poll poll) {
    return TlValue.of(
        "messageMediaPoll",
        "poll",
        TlValue.of(
            "poll",
            "id",
            poll.id(),
            "public_voters",
            poll.publicVoters(),
            "multiple_choice",
            poll.multiple(),
            "quiz",
            poll.quiz(),
            "question",
            plain(poll.question()),
            "answers",
            poll.answers().stream().map(MediaViews::answer).toList(),
            "hash",
            poll.id()),
        "results",
        TlValue.of("pollResults", "min", true, "total_voters", 0));
  }

  private static TlValue answer(Poll.Answer answer) {
    return TlValue.of(
        "pollAnswer",
        "text",
        plain(answer.text()),
        "option",
        HexFormat.of().parseHex(answer.option()));
  }

  private static TlValue plain(String text) {
    return TlValue.of("textWithEntities", "text", text, "entities", List.of());
  }

  /// Null when there are none.
  static @Nullable TlValue buttons(Attachment attachment) {
    if (attachment.buttons().isEmpty()) {
      return null;
    }
    return TlValue.of(
        "replyInlineMarkup",
        "rows",
        attachment.buttons().stream()
            .map(row ->
                TlValue.of(
                    "keyboardButtonRow", "buttons", row.stream().map(MediaViews::button).toList()))
            .toList());
  }

  private static TlValue button(Button button) {
    return TlValue.of("keyboardButtonUrl", "text", button.text(), "url", button.url());
  }
}
