package xyz.contentfactory.integration.media;

import org.jspecify.annotations.Nullable;

/// What the first bytes of a file say that it is.
///
/// @param width in pixels, of a picture or a film
/// @param seconds how long it plays
record Sniffed(
    MediaKind kind,
    String mime,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double seconds) {
  static Sniffed of(MediaKind kind, String mime) {
    return new Sniffed(kind, mime, null, null, null);
  }

  Sniffed with(MovieFacts facts) {
    return new Sniffed(kind, mime, facts.width(), facts.height(), facts.seconds());
  }
}
