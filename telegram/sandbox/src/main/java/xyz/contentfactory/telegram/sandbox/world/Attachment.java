package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What hangs at a message beside its text.
///
/// @param fileId the photo or document
/// @param spoiler hidden until the reader opens it
/// @param buttons rows of links below the message
/// @param groupedId the album it belongs to
public record Attachment(
    @Nullable Long fileId,
    boolean spoiler,
    @Nullable Poll poll,
    List<List<Button>> buttons,
    @Nullable Long groupedId) {

  public record Button(String text, String url) {}

  public static final Attachment NONE = new Attachment(null, false, null, List.of(), null);

  public Attachment {
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  public static Attachment of(MediaFile file, boolean spoiler) {
    return new Attachment(file.id(), spoiler, null, List.of(), null);
  }

  public static Attachment of(Poll poll) {
    return new Attachment(null, false, poll, List.of(), null);
  }

  public Attachment with(List<List<Button>> rows) {
    return new Attachment(fileId, spoiler, poll, rows, groupedId);
  }

  public Attachment in(long album) {
    return new Attachment(fileId, spoiler, poll, buttons, album);
  }
}
