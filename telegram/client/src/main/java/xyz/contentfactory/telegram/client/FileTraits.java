package xyz.contentfactory.telegram.client;

/// What a file is to be shown as, and what Telegram cannot see by itself.
///
/// @param width and height in pixels, 0 when not known
/// @param seconds how long it plays, 0 when not known
public record FileTraits(Kind kind, String mime, int width, int height, double seconds) {
  /// As what it is shown.
  public enum Kind {
    PHOTO,
    VIDEO,
    VOICE,
    AUDIO,
    DOCUMENT
  }
}
