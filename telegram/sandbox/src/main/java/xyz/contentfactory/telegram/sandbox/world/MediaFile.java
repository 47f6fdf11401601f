package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// A photo or a document that can be sent any number of times.
///
/// @param dc the data centre that gives it out
/// @param name of a document, when it has one
/// @param frame of what can be seen
/// @param thumb a small picture of it
public record MediaFile(
    long id,
    Kind kind,
    long contentId,
    long bytes,
    int dc,
    int dateSeconds,
    String mime,
    @Nullable String name,
    @Nullable Frame frame,
    @Nullable Thumb thumb,
    @Nullable Playing playing,
    boolean animated) {

  public enum Kind {
    PHOTO,
    DOCUMENT
  }

  /// In pixels.
  public record Frame(int width, int height) {}

  public record Thumb(long contentId, int bytes, Frame frame) {}

  /// Sound or moving pictures.
  ///
  /// @param video else it is only heard
  /// @param spoken a voice message, or a round video
  /// @param waveform in hexadecimal
  public record Playing(
      double seconds,
      boolean video,
      boolean spoken,
      boolean streaming,
      @Nullable String title,
      @Nullable String performer,
      @Nullable String waveform) {}

  public boolean isPhoto() {
    return kind == Kind.PHOTO;
  }

  /// What may stand together in an album: what is seen, what is heard, or other files.
  public String albumKind() {
    if (isPhoto() || (playing != null && playing.video() && !animated)) {
      return "SEEN";
    }
    return playing != null && !playing.video() && !playing.spoken() ? "HEARD" : "FILES";
  }
}
