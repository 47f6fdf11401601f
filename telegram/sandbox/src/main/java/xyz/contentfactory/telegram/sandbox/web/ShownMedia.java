package xyz.contentfactory.telegram.sandbox.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.Attachment;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.MediaFile.Frame;
import xyz.contentfactory.telegram.sandbox.world.MediaFile.Playing;
import xyz.contentfactory.telegram.sandbox.world.Poll;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What hangs at a message, for the page and for scripts.
///
/// @param album the same for all messages of an album
record ShownMedia(
    @Nullable ShownFile file,
    boolean spoiler,
    @Nullable ShownPoll poll,
    List<List<Attachment.Button>> buttons,
    @Nullable String album) {

  /// @param id under `/api/sandbox/files`
  /// @param kind `PHOTO`, `VIDEO`, `VOICE`, `AUDIO` or `DOCUMENT`
  /// @param small whether there is a small picture
  record ShownFile(
      String id,
      String kind,
      String mime,
      @Nullable String name,
      long bytes,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double seconds,
      boolean small) {}

  record ShownPoll(String question, List<String> answers, boolean multiple, boolean quiz) {}

  /// Null when only text is there.
  static @Nullable ShownMedia of(World world, Attachment attachment) {
    if (attachment.equals(Attachment.NONE)) {
      return null;
    }
    Long fileId = attachment.fileId();
    return new ShownMedia(
        fileId == null ? null : world.files().find(fileId).map(ShownMedia::shown).orElse(null),
        attachment.spoiler(),
        attachment.poll() == null ? null : shown(attachment.poll()),
        attachment.buttons(),
        attachment.groupedId() == null ? null : String.valueOf(attachment.groupedId()));
  }

  private static ShownFile shown(MediaFile file) {
    Frame frame = file.frame();
    Playing playing = file.playing();
    return new ShownFile(
        String.valueOf(file.id()),
        kind(file),
        file.mime(),
        file.name(),
        file.bytes(),
        frame == null ? null : frame.width(),
        frame == null ? null : frame.height(),
        playing == null ? null : playing.seconds(),
        file.thumb() != null);
  }

  private static String kind(MediaFile file) {
    Playing playing = file.playing();
    if (file.isPhoto()) {
      return "PHOTO";
    }
    if (playing == null) {
      return "DOCUMENT";
    }
    return playing.video() ? "VIDEO" : playing.spoken() ? "VOICE" : "AUDIO";
  }

  private static ShownPoll shown(Poll poll) {
    return new ShownPoll(
        poll.question(),
        poll.answers().stream().map(Poll.Answer::text).toList(),
        poll.multiple(),
        poll.quiz());
  }
}
